using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class TarefaConfiguration : IEntityTypeConfiguration<Tarefa>
{
    private const string Aberta = "concluida_em is null";
    private const string Concluida = "concluida_em is not null";

    public void Configure(EntityTypeBuilder<Tarefa> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Tipo).EmTexto();
        builder.Property(x => x.Texto).HasMaxLength(Tarefa.TextoMaximo);
        builder.Property(x => x.Versao).IsRowVersion();
        builder.Ignore(x => x.Aberta);
        // Here, where its key is known.
        builder.HasMany<Recado>().WithOne(r => r.Tarefa)
            .HasForeignKey(r => new { r.OrganizacaoId, r.TarefaId })
            .HasPrincipalKey(t => new { t.OrganizacaoId, t.Id })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.OrganizacaoId, x.Prazo, x.Id }, "ix_tarefas_abertas").HasFilter(Aberta).HasDatabaseName("ix_tarefas_abertas");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ResponsavelId, x.Prazo, x.Id }, "ix_tarefas_da_pessoa").HasFilter(Aberta).HasDatabaseName("ix_tarefas_da_pessoa");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Tipo, x.Prazo, x.Id }, "ix_tarefas_do_tipo").HasFilter(Aberta).HasDatabaseName("ix_tarefas_do_tipo");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ConcluidaEm, x.Id }, "ix_tarefas_concluidas").HasFilter(Concluida).HasDatabaseName("ix_tarefas_concluidas");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ResponsavelId, x.ConcluidaEm, x.Id }, "ix_tarefas_concluidas_da_pessoa").HasFilter(Concluida).HasDatabaseName("ix_tarefas_concluidas_da_pessoa");
        builder.HasIndex(x => new { x.OrganizacaoId, x.OportunidadeId, x.ConcluidaEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ContatoId, x.ConcluidaEm });
        builder.HasOne(x => x.Oportunidade).WithMany(o => o.Tarefas)
            .HasForeignKey(x => new { x.OrganizacaoId, x.OportunidadeId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Contato).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ContatoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Responsavel).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ResponsavelId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ConcluidaPorId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.CriadaPorId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
