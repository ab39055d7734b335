using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class ContagemDoFunilConfiguration : IEntityTypeConfiguration<ContagemDoFunil>
{
    public void Configure(EntityTypeBuilder<ContagemDoFunil> builder)
    {
        builder.ToTable("contagens_do_funil");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Situacao).EmTexto();
        builder.Property(x => x.Valor).HasPrecision(20, 2);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Situacao }).IncludeProperties(x => new { x.EtapaId, x.ResponsavelId, x.Quantidade, x.Valor });
    }
}
