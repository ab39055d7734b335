using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class NotaConfiguration : IEntityTypeConfiguration<Nota>
{
    public void Configure(EntityTypeBuilder<Nota> builder)
    {
        builder.ToTable("notas", t => t.HasCheckConstraint("ck_notas_assunto", "num_nonnulls(oportunidade_id, contato_id) >= 1"));
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Oportunidade>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.OportunidadeId }).HasPrincipalKey(o => new { o.OrganizacaoId, o.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Contato>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ContatoId }).HasPrincipalKey(c => new { c.OrganizacaoId, c.Id }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.AutorId }).HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Texto).HasMaxLength(Nota.TextoMaximo);
        builder.HasIndex(x => new { x.OrganizacaoId, x.OportunidadeId, x.FixadaEm }).HasFilter("oportunidade_id is not null");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ContatoId, x.FixadaEm }).HasFilter("contato_id is not null");
    }
}
