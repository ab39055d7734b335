using System.Collections.Concurrent;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>What a board costs a browser that has never seen it. Counts and sizes, never times.</summary>
public sealed class WeightTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const int PedidosMaximo = 30;
    private const int BytesMaximo = 300_000;
    private const int SemTelefoneMaximo = 165_000;

    [Fact]
    public Task A_cold_board_with_its_phone_is_light_and_nothing_moves_while_it_arrives() => ComProvasAsync(async () =>
    {
        var (pagina, trafego) = await FrioAsync(Pessoa.Ana);

        await Expect(pagina.GetByText("Linha pronta")).ToBeVisibleAsync();
        await trafego.AssentarAsync();

        Assert.Contains(trafego.Enderecos, e => e.Contains("/dist/libwebphone-", StringComparison.Ordinal));
        Assert.InRange(trafego.Enderecos.Length, 5, PedidosMaximo);
        Assert.InRange(trafego.Bytes, 50_000, BytesMaximo);
        Assert.Equal("", await pagina.EvaluateAsync<string>("() => window.deslocamentos.join('\\n')"));
    });

    [Fact]
    public Task Who_has_no_ramal_never_fetches_the_phone() => ComProvasAsync(async () =>
    {
        var (pagina, trafego) = await FrioAsync(Pessoa.Carla);

        await Expect(pagina.GetByText("Sem ramal")).ToBeVisibleAsync();
        await trafego.AssentarAsync();

        Assert.DoesNotContain(trafego.Enderecos, e => e.Contains("libwebphone", StringComparison.Ordinal) || e.Contains("credenciais", StringComparison.Ordinal));
        Assert.InRange(trafego.Bytes, 50_000, SemTelefoneMaximo);
    });

    // Slow enough that the page is painted while it still arrives.
    private async Task<(IPage Pagina, Trafego Trafego)> FrioAsync(string email)
    {
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(await Ambiente.CookiesAsync(email)));
        var pagina = sessao.Pagina;
        await pagina.AddInitScriptAsync(
            """
            window.deslocamentos = []
            new PerformanceObserver((lista) => {
              for (const { value, hadRecentInput, sources } of lista.getEntries()) {
                if (!hadRecentInput) {
                  window.deslocamentos.push(`${value} ${sources.map(({ node }) => node?.className || node?.nodeName).join(", ")}`)
                }
              }
            }).observe({ type: "layout-shift", buffered: true })
            """);
        var cdp = await sessao.Contexto.NewCDPSessionAsync(pagina);
        await cdp.SendAsync("Network.enable");
        await cdp.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 40,
            ["downloadThroughput"] = 250_000,
            ["uploadThroughput"] = 100_000,
        });
        var trafego = new Trafego(cdp);
        await pagina.GotoAsync("/oportunidades");
        return (pagina, trafego);
    }

    /// <summary>What came over the wire, headers included, as Chromium counts it.</summary>
    private sealed class Trafego
    {
        private readonly ConcurrentQueue<string> _enderecos = new();
        private long _bytes;

        public Trafego(ICDPSession cdp)
        {
            cdp.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
                _enderecos.Enqueue(e!.Value.GetProperty("request").GetProperty("url").GetString()!);
            cdp.Event("Network.loadingFinished").OnEvent += (_, e) =>
                Interlocked.Add(ref _bytes, e!.Value.GetProperty("encodedDataLength").GetInt64());
        }

        public string[] Enderecos => [.. _enderecos];

        public long Bytes => Interlocked.Read(ref _bytes);

        public Task AssentarAsync() => Espera.AteAsync("the network is quiet", async () =>
        {
            var antes = (Bytes, _enderecos.Count);
            await Task.Delay(700);
            return antes == (Bytes, _enderecos.Count);
        });
    }
}
