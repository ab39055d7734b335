using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class LigacaoEventoConfiguration : IEntityTypeConfiguration<LigacaoEvento>
{
    public void Configure(EntityTypeBuilder<LigacaoEvento> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Origem).EmTexto();
        builder.Property(x => x.Tipo).EmTexto();
        builder.Property(x => x.Dados).EmJson();
        builder.HasIndex(x => new { x.OrganizacaoId, x.LigacaoId });
        builder.HasIndex(x => new { x.OrganizacaoId, x.RecebidoEm });
        builder.HasOne<Ligacao>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.LigacaoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
