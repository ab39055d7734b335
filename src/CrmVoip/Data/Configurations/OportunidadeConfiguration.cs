using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class OportunidadeConfiguration : IEntityTypeConfiguration<Oportunidade>
{
    public void Configure(EntityTypeBuilder<Oportunidade> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Titulo).HasMaxLength(Oportunidade.TituloMaximo);
        builder.Property(x => x.Valor).HasPrecision(14, 2);
        // Row-level security lets no index on numeric be used: its comparison is not leakproof.
        builder.Property(x => x.ValorEmCentavos).HasComputedColumnSql("(valor * 100)::bigint", stored: true);
        builder.Property(x => x.Posicao).UseCollation("C");
        builder.Property(x => x.Situacao).EmTexto();
        builder.Property(x => x.ProximoPasso).HasMaxLength(Oportunidade.ProximoPassoMaximo);
        builder.Property(x => x.DetalheDaPerda).HasMaxLength(Oportunidade.DetalheDaPerdaMaximo);
        builder.Property(x => x.Busca).UseCollation("C");
        builder.Ignore(x => x.TipoPesquisavel).Ignore(x => x.ConteudoPesquisavel);
        builder.Property(x => x.Versao).IsRowVersion();
        builder.HasIndex(x => new { x.OrganizacaoId, x.EtapaId, x.Posicao }).IsUnique().HasDatabaseName("ix_oportunidades_posicao");
        builder.HasIndex(x => new { x.OrganizacaoId, x.EtapaId, x.Situacao, x.Posicao }, "ix_oportunidades_quadro");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ResponsavelId, x.Situacao, x.EtapaId, x.Posicao }, "ix_oportunidades_do_responsavel");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Id }, "ix_oportunidades_sem_busca").HasFilter("busca is null").HasDatabaseName("ix_oportunidades_sem_busca");
        builder.HasIndex(x => new { x.OrganizacaoId, x.EtapaId, x.NaEtapaDesde }, "ix_oportunidades_paradas").HasFilter("situacao = 'aberta'").IncludeProperties(x => new { x.ResponsavelId, x.Valor }).HasDatabaseName("ix_oportunidades_paradas");
        builder.Property(x => x.TarefasProntas).HasDefaultValueSql("false");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Id }, "ix_oportunidades_sem_tarefas").HasFilter("not tarefas_prontas and situacao = 'aberta' and (proximo_passo is not null or proximo_passo_em is not null)").HasDatabaseName("ix_oportunidades_sem_tarefas");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ResponsavelId, x.NaEtapaDesde, x.Id }, "ix_oportunidades_sem_passo").HasFilter("situacao = 'aberta' and proximo_passo is null and proximo_passo_em is null").HasDatabaseName("ix_oportunidades_sem_passo");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ResponsavelId, x.CriadaEm, x.Id }, "ix_oportunidades_da_pessoa").HasFilter("situacao = 'aberta'").HasDatabaseName("ix_oportunidades_da_pessoa");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Situacao, x.AtualizadaEm, x.Id }, "ix_oportunidades_por_atualizacao");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Situacao, x.ValorEmCentavos, x.Id }, "ix_oportunidades_por_valor");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Situacao, x.NaEtapaDesde, x.Id }, "ix_oportunidades_por_entrada");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Situacao, x.ProximoPassoEm, x.Id }, "ix_oportunidades_por_passo");
        builder.HasOne(x => x.Etapa).WithMany(e => e.Oportunidades)
            .HasForeignKey(x => new { x.OrganizacaoId, x.EtapaId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Contato).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ContatoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.MotivoDePerda).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.MotivoDePerdaId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.PedidaPor).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.PedidaPorId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Responsavel).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ResponsavelId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
