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
        builder.Property(x => x.EmailMinusculo).HasMaxLength(Contato.EmailMaximo).HasComputedColumnSql("lower(email)", stored: true);
        builder.Property(x => x.Telefone).HasMaxLength(20).UseCollation("C");
        builder.Property(x => x.TelefoneTexto).HasMaxLength(Contato.TelefoneMaximo);
        builder.Property(x => x.Numeros).HasDefaultValueSql("'{}'");
        builder.Property(x => x.TelefonesProntos).HasDefaultValueSql("false");
        builder.Navigation(x => x.Telefones).HasField("_telefones").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Id }, "ix_contatos_sem_telefones").HasFilter("not telefones_prontos").HasDatabaseName("ix_contatos_sem_telefones");
        builder.Property(x => x.Busca).UseCollation("C");
        builder.Property(x => x.Ordem).UseCollation("C").HasComputedColumnSql("coalesce(left(busca, 160), '')", stored: true);
        builder.Property(x => x.Versao).IsRowVersion();
        builder.Ignore(x => x.TipoPesquisavel).Ignore(x => x.ConteudoPesquisavel);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Telefone });
        builder.HasIndex(x => new { x.OrganizacaoId, x.EmailMinusculo });
        builder.HasIndex(x => new { x.OrganizacaoId, x.Ordem, x.Id });
        builder.HasIndex(x => new { x.OrganizacaoId, x.Id }, "ix_contatos_sem_busca").HasFilter("busca is null").HasDatabaseName("ix_contatos_sem_busca");
    }
}
