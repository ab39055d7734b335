using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>What comes between page and server, or takes the page's storage or the page itself, takes nothing of the call.</summary>
public sealed class InterruptedTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Nota = "Pediu a proposta até sexta.";

    [Fact]
    public Task A_proxy_that_answers_404_during_a_deployment_takes_neither_the_end_nor_the_note() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        var respostas = 0;
        await sessao.Pagina.RouteAsync("**/ligacoes/*/*", async rota =>
        {
            respostas++;
            await rota.FulfillAsync(new() { Status = 404, ContentType = "text/html", Body = "<h1>404 Not Found</h1><hr>nginx" });
        });

        await janela.Notas.FillAsync(Nota);
        await janela.DesligarAsync();
        await Espera.AteAsync("the proxy answered for note and end", () => Task.FromResult(respostas), n => n > 3);
        await sessao.Pagina.UnrouteAsync("**/ligacoes/*/*");

        await NadaSePerdeuAsync(simulada);
    });

    [Fact]
    public Task Storage_cleared_in_the_middle_of_a_call_loses_nothing_and_the_next_call_is_placed() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        await sessao.Pagina.EvaluateAsync(
            """
            async () => {
              // First: between the two a sign of the call may open the storage anew, and then nothing is amiss.
              indexedDB.open = () => { throw new DOMException("full", "QuotaExceededError") }
              for (const { name } of await indexedDB.databases()) {
                await new Promise((resolve) => { indexedDB.deleteDatabase(name).onsuccess = resolve })
              }
            }
            """);

        await janela.Notas.FillAsync(Nota);
        await janela.DesligarAsync();
        await NadaSePerdeuAsync(simulada);
        await Expect(sessao.Pagina.GetByText("não está guardando cópias")).ToBeVisibleAsync();
        await janela.SalvarAsync();

        await quadro.LigarAsync(Cliente.Atende);
        await janela.EstaAsync("Em ligação");
        await janela.DesligarAsync();
    });

    [Fact]
    public Task A_reload_in_a_call_ends_it_and_shows_the_servers_duration_and_why() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        await Expect(janela.Janela.GetByRole(AriaRole.Timer)).ToHaveTextAsync("00:03");

        sessao.Pagina.Dialog += (_, dialogo) => _ = dialogo.AcceptAsync();
        await sessao.Pagina.ReloadAsync();

        await janela.EstaAsync("Encerrada");
        await Expect(janela.Janela).ToContainTextAsync("A ligação terminou porque a página foi recarregada ou fechada.");
        await Expect(janela.Janela.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^00:0[3-9]$"));
        Assert.Equal("atendida", (await ConciliadaAsync(Pessoa.Ana, simulada)).Status);
    });

    private async Task NadaSePerdeuAsync(LigacaoSimulada simulada)
    {
        var linha = await ConciliadaAsync(Pessoa.Ana, simulada);
        Assert.Equal("atendida", linha.Status);
        await Ambiente.Banco.UnicaAsync(Pessoa.Ana, Inicio, "the typed note is there", l => l.Notas == Nota);
    }
}
