using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class TelefoneDoContatoConfiguration : IEntityTypeConfiguration<TelefoneDoContato>
{
    public void Configure(EntityTypeBuilder<TelefoneDoContato> builder)
    {
        builder.ToTable("telefones_do_contato");
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Numero).HasMaxLength(20).UseCollation("C");
        builder.Property(x => x.Texto).HasMaxLength(Contato.TelefoneMaximo);
        builder.Property(x => x.Tipo).EmTexto();
        builder.Ignore(x => x.Disca);
        builder.HasIndex(x => new { x.OrganizacaoId, x.ContatoId, x.Ordem });
        builder.HasIndex(x => new { x.OrganizacaoId, x.Numero });
        builder.HasOne<Contato>().WithMany(c => c.Telefones)
            .HasForeignKey(x => new { x.OrganizacaoId, x.ContatoId })
            .HasPrincipalKey(c => new { c.OrganizacaoId, c.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
