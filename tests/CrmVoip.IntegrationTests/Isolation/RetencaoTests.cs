using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Auditorias;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Every table says for how long its rows are kept; what is older goes, and nothing else.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RetencaoTests(AplicacaoFixture app)
{
    private const string DaOrganizacao = "the organization's own work: kept until it deletes it";
    private const string UmaPor = "one row for each person, ramal, stage or instance: grows with them, not with time";
    private const string DaLigacao = "goes with its call";

    /// <summary>The setting in Crm:Retencao, or why there is none.</summary>
    private static readonly SortedDictionary<string, string> _tabelas = new(StringComparer.Ordinal)
    {
        ["audit_log"] = nameof(OpcoesDaRetencao.Auditoria),
        ["autenticadores"] = UmaPor,
        ["canarios_do_cofre"] = "one row",
        ["chaves_de_acesso"] = "at most twenty for each account",
        ["codigos_de_recuperacao"] = "ten for each account",
        ["contagens_de_limite"] = "removed an hour after they are over, by whoever counts next",
        ["contagens_do_funil"] = UmaPor,
        ["contatos"] = DaOrganizacao,
        ["convites"] = "one row for each address that was invited",
        ["data_protection_keys"] = "four a year; without an old one what it sealed does not open",
        ["etapas"] = DaOrganizacao,
        ["cotas_do_dia"] = "days that are over are removed by the next count; what is counted for ever is one row for each account",
        ["eventos_de_conta"] = nameof(OpcoesDaRetencao.Contas),
        ["eventos_do_provedor"] = nameof(OpcoesDeRetencao.Avisos),
        ["exigencias_de_segundo_fator"] = "one row for each papel",
        ["funis"] = DaOrganizacao,
        ["ids_dos_registros"] = DaLigacao,
        ["importacoes"] = "one row for each import: grows with what is imported, not with time",
        ["instancias"] = UmaPor,
        ["integracoes"] = "one row for each connection",
        ["leituras_do_provedor"] = nameof(OpcoesDeRetencao.Fatos),
        ["ligacao_eventos"] = nameof(OpcoesDeRetencao.Fatos),
        ["ligacoes"] = nameof(OpcoesDeRetencao.Ligacoes),
        ["linhas_da_importacao"] = "removed thirty days after they were read (Importacao.LinhasPor)",
        ["membros"] = UmaPor,
        ["motivos_de_perda"] = DaOrganizacao,
        ["notas"] = DaOrganizacao,
        ["oportunidades"] = DaOrganizacao,
        ["organizacoes"] = "one row for each organization",
        ["pedidos_de_conta"] = "removed when the account is made, at most after a day",
        ["pedidos_de_recuperacao"] = "removed when the link is mailed",
        ["ramais_titulares"] = UmaPor,
        ["ramais_voip"] = UmaPor,
        ["ramais_voip_segredos"] = "one row for each change of a ramal's password",
        ["recados"] = "removed after ninety days when their person gets another (Recado.Guardado)",
        ["registros_do_provedor"] = DaLigacao,
        ["resultados_de_ligacao"] = DaOrganizacao,
        ["senhas_erradas"] = "removed after two days without another wrong one",
        ["sessoes"] = "removed when they can no longer be used, at most 30 days",
        ["tarefas"] = DaOrganizacao,
        ["telefones_do_contato"] = DaOrganizacao,
        ["termos_de_busca"] = DaOrganizacao,
        ["trabalhos"] = nameof(OpcoesDaRetencao.Desistidos),
        ["usuario_claims"] = UmaPor,
        ["usuario_logins"] = UmaPor,
        ["usuario_tokens"] = UmaPor,
        ["usuarios"] = UmaPor,
    };

    private static readonly int[] _dias = [2_000, 1_827, 1_800, 1];

    [Fact]
    public void Every_table_names_its_retention_or_why_it_has_none()
    {
        using var escopo = app.Services.CreateScope();
        var modelos = new DbContext[] { escopo.ServiceProvider.GetRequiredService<CrmDbContext>(), escopo.ServiceProvider.GetRequiredService<ContasDbContext>() };
        var tabelas = modelos.SelectMany(m => m.Model.GetEntityTypes()).Select(t => t.GetTableName()).OfType<string>().Append("trabalhos").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(tabelas, _tabelas.Keys);
        var opcoes = new[] { typeof(OpcoesDaRetencao), typeof(OpcoesDeRetencao) }.SelectMany(t => t.GetProperties()).Where(p => p.PropertyType == typeof(TimeSpan) || p.PropertyType == typeof(TimeSpan?)).Select(p => p.Name);
        Assert.Empty(opcoes.Except(_tabelas.Values));
    }

    [Fact]
    public async Task Old_record_of_an_organization_goes_and_nothing_else()
    {
        var (minha, outra) = (await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync());
        foreach (var organizacao in new[] { minha, outra })
        {
            await organizacao.SalvarAsync([.. _dias.Select(dias => new AuditLog(organizacao.Id, Acoes.OportunidadeMovida, "oportunidades", Guid.NewGuid())
            {
                OcorridoEm = DateTimeOffset.UtcNow.AddDays(-dias),
            })]);
        }

        var desfecho = await minha.ComServicoAsync<ApagarAuditoria, Desfecho>(apagar => apagar.ExecutarAsync(minha.Id, 1, CancellationToken.None));

        Assert.Equal((2, 4), (await ContarAsync(minha), await ContarAsync(outra)));
        Assert.InRange(desfecho.DeNovo!.Value, TimeSpan.FromDays(25), TimeSpan.FromDays(27));
    }

    [Fact]
    public async Task Old_events_of_accounts_and_given_up_work_go_and_nothing_younger()
    {
        var (pessoa, organizacao) = (Guid.NewGuid(), await app.CriarOrganizacaoAsync());
        foreach (var dias in new[] { 731, 700 })
        {
            await app.Banco.ExecutarAsync($"insert into eventos_de_conta (id, ocorrido_em, usuario_id, acao) values ('{Guid.NewGuid()}', now() - interval '{dias} days', '{pessoa}', 'teste')");
            await app.Banco.ExecutarAsync(
                $"""
                insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em, morto_em)
                values ('{organizacao.Id}', '{Guid.NewGuid()}', 'de-outra-versao', '{pessoa}', now(), 12, now(), now() - interval '{dias - 630} days')
                """);
        }

        await using var escopo = app.Services.CreateAsyncScope();
        await escopo.ServiceProvider.GetRequiredService<ApagarEventosDeConta>().ExecutarAsync(ApagarEventosDeConta.Linha, 1, CancellationToken.None);

        Assert.Equal(1L, (await app.Banco.LerAsync($"select count(*) from eventos_de_conta where usuario_id = '{pessoa}'"))[0][0]);
        Assert.Equal(1L, (await app.Banco.LerAsync($"select count(*) from trabalhos where organizacao_id = '{organizacao.Id}'"))[0][0]);
    }

    [Fact]
    public async Task Events_of_accounts_cannot_be_deleted_young()
    {
        var pessoa = Guid.NewGuid();
        await app.Banco.ExecutarAsync($"insert into eventos_de_conta (id, ocorrido_em, usuario_id, acao) values ('{Guid.NewGuid()}', now() - interval '180 days', '{pessoa}', 'teste')");
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Contas);
        await using var comando = fonte.CreateCommand($"delete from eventos_de_conta where usuario_id = '{pessoa}'");
        Assert.Equal(0, await comando.ExecuteNonQueryAsync());
        await app.Banco.ExecutarAsync($"update eventos_de_conta set ocorrido_em = now() - interval '185 days' where usuario_id = '{pessoa}'");
        Assert.Equal(1, await comando.ExecuteNonQueryAsync());
    }

    private static Task<int> ContarAsync(OrganizacaoDeTeste organizacao) => organizacao.ComDbAsync(db => db.AuditLog.CountAsync());
}
