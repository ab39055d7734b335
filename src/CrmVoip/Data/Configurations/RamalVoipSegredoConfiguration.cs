using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class RamalVoipSegredoConfiguration : IEntityTypeConfiguration<RamalVoipSegredo>
{
    public void Configure(EntityTypeBuilder<RamalVoipSegredo> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.PasswordEncrypted).HasMaxLength(2000);
        builder.HasOne<RamalVoip>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.RamalId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.UsuarioId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
