using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class RamalVoipConfiguration : IEntityTypeConfiguration<RamalVoip>
{
    // Who waits for a proof keeps the number from nobody.
    private const string DeAlguem = "revogado_em is null and (dado_em is not null or provado_em is not null)";

    public void Configure(EntityTypeBuilder<RamalVoip> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasQueryFilter(CrmDbContext.FiltroVigente, x => x.RevogadoEm == null);
        builder.HasIndex(x => new { x.OrganizacaoId, x.SipServer, x.Extension })
            .IsUnique()
            .HasFilter(DeAlguem)
            .HasDatabaseName(RamalVoip.ExtensionIndice);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Endereco })
            .IsUnique()
            .HasFilter(DeAlguem)
            .HasDatabaseName(RamalVoip.EnderecoIndice);
        builder.HasIndex(x => new { x.OrganizacaoId, x.UsuarioId })
            .IsUnique()
            .HasFilter("revogado_em is null")
            .HasDatabaseName(RamalVoip.UsuarioIndice);
        builder.Property(x => x.Extension).HasMaxLength(RamalVoip.ExtensionMaximo);
        builder.Property(x => x.SipServer).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.Property(x => x.Endereco).HasMaxLength(RamalVoip.EnderecoMaximo);
        builder.Property(x => x.Prova).EmTexto();
        builder.Property(x => x.NomeExibicao).HasMaxLength(RamalVoip.NomeMaximo);
        builder.Property(x => x.Status).EmTexto();
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.UsuarioId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.DadoPor })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.DesativadoPor })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
