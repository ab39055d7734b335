using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class ConviteConfiguration : IEntityTypeConfiguration<Convite>
{
    public void Configure(EntityTypeBuilder<Convite> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Email).HasMaxLength(Convite.EmailMaximo);
        builder.Property(x => x.Papel).EmTexto();
        builder.Property(x => x.SegredoHash).HasMaxLength(Convite.HashTamanho);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Email })
            .IsUnique()
            .HasFilter("aceito_em is null and revogado_em is null")
            .HasDatabaseName(Convite.EmailIndice);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.CriadoPor })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.AceitoPor })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
