using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

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
        await MuitasLigacoes.FazerAsync(app.Banco, cena.Organizacao.Id, cena.Pessoa.Id, Ligacoes);
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
}
