using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class RegistroDoProvedorConfiguration : IEntityTypeConfiguration<RegistroDoProvedor>
{
    public void Configure(EntityTypeBuilder<RegistroDoProvedor> builder)
    {
        builder.ToTable("registros_do_provedor");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id }).HasName("pk_registros_do_provedor");
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.SipDomain).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.Property(x => x.Direcao).EmTexto();
        builder.Property(x => x.Ramal).HasMaxLength(RamalVoip.ExtensionMaximo);
        builder.Property(x => x.Contraparte).HasMaxLength(RegistroDoProvedor.NumeroMaximo);
        builder.Property(x => x.Atendida).EmTexto();
        builder.Property(x => x.Causa).HasMaxLength(RegistroDoProvedor.CausaMaximo);
        builder.Property(x => x.Motivo).EmTexto();
        builder.HasIndex(x => new { x.OrganizacaoId, x.Ramal, x.ComecoEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ComecoEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ComecoEm }, "ix_registros_do_provedor_em_duvida")
            .HasFilter("cardinality(candidatas) > 0").HasDatabaseName("ix_registros_do_provedor_em_duvida");
        builder.HasIndex(x => new { x.OrganizacaoId, x.TentativaId }).HasFilter("tentativa_id is not null");
        builder.HasIndex(x => new { x.OrganizacaoId, x.LigacaoId }).IsUnique().HasDatabaseName(RegistroDoProvedor.LigacaoIndice);
        builder.HasOne<Ligacao>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.LigacaoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
