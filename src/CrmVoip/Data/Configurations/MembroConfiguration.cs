using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class MembroConfiguration : IEntityTypeConfiguration<Membro>
{
    public void Configure(EntityTypeBuilder<Membro> builder)
    {
        builder.HasKey(m => new { m.OrganizacaoId, m.UsuarioId });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(m => m.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.UsuarioId);
        builder.Property(m => m.Nome).HasMaxLength(Usuario.NomeMaximo);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.Papel).EmTexto();
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(m => new { m.OrganizacaoId, m.SucessorId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
