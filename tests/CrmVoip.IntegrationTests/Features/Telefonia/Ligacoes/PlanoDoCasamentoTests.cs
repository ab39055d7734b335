using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>What matching one webhook reads in an organization that has made many calls.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PlanoDoCasamentoTests(AplicacaoFixture app, ITestOutputHelper saida)
{
    private const int Ligacoes = 20_000;
    private const int LinhasNoMaximo = 1_000;

    [Fact]
    public async Task Matching_a_webhook_reads_what_lies_near_it_whatever_the_organization_holds()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        var inicio = DateTimeOffset.UtcNow.AddMinutes(-10);
        await EncherAsync(cena);
        var id = await cena.LigouAsync(inicio, comecou: true);

        var lidas = await cena.Organizacao.ComServicoAsync<AprenderDoProvedor, long>(async (aprender, db) =>
        {
            var dados = new DadosDaLeitura
            {
                ProvedorId = "p",
                De = "1001",
                Para = "011960000001",
                InicioEm = inicio.AddSeconds(1),
                AtendidaEm = inicio.AddSeconds(5),
                FimEm = inicio.AddSeconds(37),
                Encerrada = true,
                Causa = "NORMAL_CLEARING",
            };
            await aprender.ExecutarAsync(FonteDaLeitura.Webhook, dados, DateTimeOffset.UtcNow, CancellationToken.None);
            return await db.Database.SqlQuery<long>(
                $"""
                select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint as "Value" from pg_stat_xact_user_tables
                where relname in ('ligacoes', 'registros_do_provedor', 'ids_dos_registros', 'leituras_do_provedor', 'ligacao_eventos')
                """).SingleAsync();
        });

        saida.WriteLine($"{lidas} rows read among {Ligacoes} calls");
        Assert.Equal(OrigemDoFato.Webhook, (await cena.LerAsync(id)).OrigemStatus);
        Assert.InRange(lidas, 1, LinhasNoMaximo);
    }

    private async Task EncherAsync(CenaDeLigacao cena)
    {
        var organizacao = cena.Organizacao.Id;
        await app.Banco.ExecutarAsync(
            $$"""
            insert into ligacoes (organizacao_id, id, usuario_id, numero_destino, numero_origem, sip_domain, direcao, status, origem_status, duracao_segundos, inicio_em,
                notas_versao, provedor_ids, metadata, ultimo_sinal_em, conferencias, criado_em)
            select '{{organizacao}}', gen_random_uuid(), '{{cena.Pessoa.Id}}', '+5511960000001', (1000 + i % 50)::text, '{{SimuladorDeTeste.Dominio}}', 'saida', 'nao_atendida', 'webhook', 0,
                now() - i * interval '1 minute', 0, array[]::text[], '{}', now() - i * interval '1 minute', 0, now() - i * interval '1 minute'
            from generate_series(30, {{Ligacoes + 30}}) i
            """);
        await app.Banco.ExecutarAsync(
            $$"""
            insert into registros_do_provedor (organizacao_id, id, sip_domain, direcao, ramal, contraparte, inicio_em, comeco_em, fim_em, atendida, tem_gravacao, recebido_em, fim_recebido_em,
                ligacao_id, motivo, vinculado_em, adiantado_ms, correcao_ms, candidatas)
            select organizacao_id, gen_random_uuid(), sip_domain, 'saida', numero_origem, '011960000001', inicio_em, inicio_em, inicio_em, 'nao', false, inicio_em, inicio_em, id, 'ordem', inicio_em, 0, 0, array[]::uuid[]
            from ligacoes where organizacao_id = '{{organizacao}}'
            """);
        await app.Banco.ExecutarAsync("analyze ligacoes");
        await app.Banco.ExecutarAsync("analyze registros_do_provedor");
    }
}
