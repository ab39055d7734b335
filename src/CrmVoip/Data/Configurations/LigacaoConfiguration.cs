using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmVoip.Data.Configurations;

public sealed class LigacaoConfiguration : IEntityTypeConfiguration<Ligacao>
{
    public void Configure(EntityTypeBuilder<Ligacao> builder)
    {
        builder.HasKey(x => new { x.OrganizacaoId, x.Id });
        builder.HasOne<Organizacao>().WithMany().HasForeignKey(x => x.OrganizacaoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.NumeroDestino).HasMaxLength(20);
        builder.Property(x => x.NumeroOrigem).HasMaxLength(RamalVoip.ExtensionMaximo);
        builder.Property(x => x.SipDomain).HasMaxLength(RamalVoip.SipServerMaximo);
        builder.Property(x => x.RamalConfirmado).HasDefaultValue(true);
        builder.Property(x => x.Direcao).EmTexto();
        builder.Property(x => x.Origem).EmTexto().HasDefaultValueSql("'crm'");
        builder.Property(x => x.AMao).HasDefaultValue(false);
        builder.Property(x => x.Modo).EmTexto().HasColumnName("modo_de_discagem").HasDefaultValueSql("'sip'");
        builder.Property(x => x.DiscagemId).HasMaxLength(Ligacao.DiscagemIdMaximo);
        builder.Property(x => x.Ramal).HasMaxLength(RamalVoip.ExtensionMaximo).HasComputedColumnSql(NoLado("numero_origem", "numero_destino"), stored: true);
        builder.Property(x => x.Contraparte).HasMaxLength(RamalVoip.ExtensionMaximo).HasComputedColumnSql(NoLado("numero_destino", "numero_origem"), stored: true);
        builder.Property(x => x.ContraparteInvertida).HasMaxLength(RamalVoip.ExtensionMaximo).UseCollation("C")
            .HasComputedColumnSql($"reverse(regexp_replace({NoLado("numero_destino", "numero_origem")}, '[^0-9]', '', 'g'))", stored: true);
        builder.Property(x => x.CriadoEm).HasDefaultValueSql("now()");
        builder.Property(x => x.Status).EmTexto();
        builder.Property(x => x.OrigemStatus).EmTexto();
        builder.Property(x => x.CausaDesligamento).HasMaxLength(Ligacao.CausaMaximo);
        builder.Property(x => x.GravacaoUrl).HasMaxLength(Ligacao.GravacaoUrlMaximo);
        builder.Property(x => x.Notas).HasMaxLength(Ligacao.NotasMaximo);
        builder.Property(x => x.Metadata).EmJson();
        builder.HasIndex(x => new { x.OrganizacaoId, x.OportunidadeId, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ContatoId, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.UsuarioId, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.UltimoSinalEm }).HasFilter("status = 'em_andamento'");
        builder.HasIndex(x => new { x.OrganizacaoId, x.ConferirEm }).HasFilter("conferir_em is not null");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Ramal, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.InicioEm }, "ix_ligacoes_recebidas").HasFilter("direcao = 'entrada'").HasDatabaseName("ix_ligacoes_recebidas");
        builder.HasIndex(x => new { x.OrganizacaoId, x.Contraparte, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ContraparteInvertida });
        builder.HasIndex(x => new { x.OrganizacaoId, x.Status, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.ResultadoId, x.InicioEm });
        builder.HasIndex(x => new { x.OrganizacaoId, x.InicioEm }, "ix_ligacoes_de_fora").HasFilter("origem = 'fora_do_crm'").HasDatabaseName("ix_ligacoes_de_fora");
        builder.HasIndex(x => new { x.OrganizacaoId, x.SubstituidaPor }).HasFilter("substituida_por is not null");
        builder.HasIndex(x => new { x.OrganizacaoId, x.RegistroId }).IsUnique().HasDatabaseName(Ligacao.RegistroIndice);
        builder.HasOne<RegistroDoProvedor>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.RegistroId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ligacao>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.SubstituidaPor })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Usuario).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.UsuarioId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membro>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ResponsavelId })
            .HasPrincipalKey(m => new { m.OrganizacaoId, m.UsuarioId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Contato).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ContatoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Oportunidade>().WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.OportunidadeId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Resultado).WithMany()
            .HasForeignKey(x => new { x.OrganizacaoId, x.ResultadoId })
            .HasPrincipalKey(p => new { p.OrganizacaoId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }

    private static string NoLado(string saindo, string entrando) => $"case when direcao = 'entrada' then {entrando} else {saindo} end";
}
