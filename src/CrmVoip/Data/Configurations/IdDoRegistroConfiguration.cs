using CrmVoip.Domain;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class IdDoRegistroConfiguration : IEntityTypeConfiguration<IdDoRegistro>
{
    public void Configure(EntityTypeBuilder<IdDoRegistro> builder)
    {
        builder.ToTable("ids_dos_registros");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ProvedorId, x.SipDomain }).IsUnique().HasDatabaseName(IdDoRegistro.ProvedorIdIndice);
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.ProvedorId).HasMaxLength(IdDoRegistro.ProvedorIdMaximo);
        builder.Property(x => x.SipDomain).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.HasIndex(x => new { x.OrganizacaoId, x.RegistroId });
        builder.HasOne<RegistroDoProvedor>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.RegistroId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
