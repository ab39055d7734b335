using CrmVoip.Domain;
using CrmVoip.Domain.Busca;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class TermoDeBuscaConfiguration : IEntityTypeConfiguration<TermoDeBusca>
{
    public void Configure(EntityTypeBuilder<TermoDeBusca> builder)
    {
        builder.ToTable("termos_de_busca");
        builder.Property(x => x.Termo).UseCollation("C");
        builder.Property(x => x.Tipo).EmTexto();
        builder.Property(x => x.LinhaId).HasColumnName("id");
        builder.HasKey(x => new { x.OrganizacaoId, x.Termo, x.Tipo, x.LinhaId });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
    }
}
