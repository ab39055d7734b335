using System.Collections.Concurrent;
using System.Globalization;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Entrada;

/// <summary>
/// Bad input to every route, over real sockets, by an administrador, a vendedor and nobody: refused as the caller's fault in
/// words or JSON, never 500, and nothing of it in the log.
/// </summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class EntradaRuimTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>, IAsyncLifetime
{
    private const int ABordo = 8;
    private const int DosOutros = 4;
    private readonly RegistroCapturado _registro = new();
    private WebApplicationFactory<CrmDbContext> _produto = null!;
    private Cenario _cenario = null!;
    private List<Alvo> _alvos = null!;

    private Uri Raiz => _produto.ClientOptions.BaseAddress;

    public async Task InitializeAsync()
    {
        _produto = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<ILogEventSink>(_registro)));
        _produto.UseKestrel(0);
        _produto.StartServer();
        _cenario = await Cenario.CriarAsync(app, simulador);
        _alvos = await Alvo.TodosAsync(_produto.Services, _cenario);
    }

    public async Task DisposeAsync()
    {
        await _produto.DisposeAsync();
        _cenario.Dispose();
    }

    [Theory]
    [InlineData(Papel.Administrador)]
    [InlineData(Papel.Vendedor)]
    [InlineData(null)]
    public async Task Bad_input_is_refused_as_the_caller_s_fault_and_leaves_nothing_in_the_log(Papel? papel)
    {
        using var alguem = await PessoaRuim.EntrarAsync(Raiz, papel switch
        {
            null => null,
            Papel.Administrador => _cenario.Pessoa,
            _ => await _cenario.Organizacao.PessoaAsync(papel.Value),
        });
        var (faltas, pedidos) = (new ConcurrentQueue<string>(), 0);

        // One person's account is one row: its routes are asked one after the other.
        var filas = _alvos.GroupBy(a => a.Caminho.StartsWith("/conta/", StringComparison.Ordinal) ? "/conta/" : a.Nome);
        await Parallel.ForEachAsync(filas, new ParallelOptions { MaxDegreeOfParallelism = ABordo }, async (fila, _) =>
        {
            foreach (var (alvo, caso) in fila.SelectMany(alvo => Casos(alvo, papel).Select(caso => (alvo, caso))))
            {
                var emJson = Interlocked.Increment(ref pedidos) % 2 == 0;
                if (await alguem.PedirAsync(alvo, caso, emJson) is { } falta)
                {
                    faltas.Enqueue(falta);
                }
            }
        });

        saida.WriteLine($"{pedidos} requests to {_alvos.Count} routes.");
        Assert.True(faltas.IsEmpty, $"{faltas.Count} of {pedidos}:\n{string.Join('\n', faltas.Order(StringComparer.Ordinal).Take(400))}");
        Assert.Empty(_registro.Eventos.Where(e => e.Level >= LogEventLevel.Error).Select(e => e.RenderMessage(CultureInfo.InvariantCulture) + e.Exception));
        Assert.DoesNotContain(_registro.Textos, texto => texto.Contains(CasoRuim.Marca, StringComparison.OrdinalIgnoreCase));
    }

    // Each kind on each route by the administrador, who gets furthest, and the fields of right bodies; by the others a part, each
    // another one, and on the next route another.
    private IEnumerable<CasoRuim> Casos(Alvo alvo, Papel? papel) => papel == Papel.Administrador
        ? CasoRuim.Para(alvo).Concat(CasoRuim.DosCampos(alvo))
        : CasoRuim.Para(alvo).Where((_, i) => (i + _alvos.IndexOf(alvo)) % DosOutros == (papel is null ? 0 : 1));

    [Fact]
    public async Task Head_is_answered_as_get_without_its_body()
    {
        using var alguem = await PessoaRuim.EntrarAsync(Raiz, _cenario.Pessoa);
        using var ninguem = await PessoaRuim.EntrarAsync(Raiz, null);
        foreach (var alvo in _alvos.Where(a => a.Metodo == "GET"))
        {
            foreach (var quem in new[] { alguem, ninguem })
            {
                Assert.Equal((alvo, await quem.LerAsync("GET", alvo.Caminho)), (alvo, await quem.LerAsync("HEAD", alvo.Caminho)));
            }
        }
    }
}
