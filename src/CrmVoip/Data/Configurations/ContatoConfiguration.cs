using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class ContatoConfiguration : IEntityTypeConfiguration<Contato>
{
    public void Configure(EntityTypeBuilder<Contato> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Nome).HasMaxLength(Contato.NomeMaximo);
        builder.Property(x => x.Empresa).HasMaxLength(Contato.EmpresaMaximo);
        builder.Property(x => x.Email).HasMaxLength(Contato.EmailMaximo);
        builder.Property(x => x.Telefone).HasMaxLength(20).UseCollation("C");
        builder.Property(x => x.TelefoneTexto).HasMaxLength(Contato.TelefoneMaximo);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Telefone });
    }
}
