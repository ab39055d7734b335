using CrmVoip.Domain;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class RamalTitularConfiguration : IEntityTypeConfiguration<RamalTitular>
{
    public void Configure(EntityTypeBuilder<RamalTitular> builder)
    {
        builder.ToTable("ramais_titulares");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.SipDomain).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.Property(x => x.Extension).HasMaxLength(RamalVoip.ExtensionMaximo);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Extension, x.Desde });
        builder.HasIndex(x => new { x.OrganizacaoId, x.UsuarioId });
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.UsuarioId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
