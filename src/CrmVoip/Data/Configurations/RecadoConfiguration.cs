using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class RecadoConfiguration : IEntityTypeConfiguration<Recado>
{
    public void Configure(EntityTypeBuilder<Recado> builder)
    {
        builder.ToTable("recados");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ParaId }).HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.De).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.DeId }).HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Oportunidade).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.OportunidadeId }).HasPrincipalKey(o => new { o.OrganizacaoId, o.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Nota).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.NotaId }).HasPrincipalKey(n => new { n.OrganizacaoId, n.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Tipo).EmTexto();
        builder.HasIndex(x => new { x.OrganizacaoId, x.ParaId, x.CriadoEm, x.Id });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ParaId }).HasFilter("visto_em is null").HasDatabaseName("ix_recados_novos");
        builder.HasIndex(x => new { x.OrganizacaoId, x.NotaId, x.ParaId }).HasFilter("nota_id is not null").IsUnique();
    }
}
