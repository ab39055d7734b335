using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class AuditLogConfiguration : IEntityTypeConfiguration<AuditLog>
{
    public void Configure(EntityTypeBuilder<AuditLog> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Acao).HasMaxLength(60);
        builder.Property(x => x.Entidade).HasMaxLength(60);
        builder.Property(x => x.Dados).HasColumnType("jsonb");
        builder.Property(x => x.Ip).HasMaxLength(60);
        builder.Property(x => x.Agente).HasMaxLength(300);
        builder.HasIndex(x => new { x.OrganizacaoId, x.OcorridoEm, x.Id });
        builder.HasIndex(x => new { x.OrganizacaoId, x.OportunidadeId, x.OcorridoEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.EntidadeId, x.Acao });
    }
}
