using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class EventoDoProvedorConfiguration : IEntityTypeConfiguration<EventoDoProvedor>
{
    public void Configure(EntityTypeBuilder<EventoDoProvedor> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Chave).HasMaxLength(EventoDoProvedor.ChaveMaximo);
        builder.Property(x => x.RecebidoEm).HasDefaultValueSql("now()");
        builder.Property(x => x.Corpo).HasColumnType("jsonb");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Chave }).IsUnique().HasDatabaseName(EventoDoProvedor.ChaveIndice);
        builder.HasIndex(x => new { x.OrganizacaoId, x.RecebidoEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ProcessarEm }).HasFilter("processado_em is null");
        builder.HasOne<Ligacao>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.LigacaoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
