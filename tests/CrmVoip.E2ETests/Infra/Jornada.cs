using System.Runtime.CompilerServices;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;

namespace CrmVoip.E2ETests.Infra;

/// <summary>A test through the screen. What it opened is closed after it; when it fails, trace and picture stay.</summary>
[Collection(Ambiente.Colecao)]
public abstract class Jornada(Ambiente ambiente) : IAsyncLifetime
{
    private readonly List<Sessao> _sessoes = [];

    protected Ambiente Ambiente => ambiente;

    protected Simulador Simulador => ambiente.Simulador;

    /// <summary>Calls older than this belong to other tests.</summary>
    protected DateTimeOffset Inicio { get; private set; }

    public async Task InitializeAsync()
    {
        await Simulador.WebhookAsync("normal");
        await Simulador.CessarFalhasAsync();
        Inicio = DateTimeOffset.UtcNow;
    }

    public async Task DisposeAsync()
    {
        foreach (var sessao in _sessoes)
        {
            await sessao.DisposeAsync();
        }
    }

    protected async Task<Sessao> AbrirAsync(bool lida = false) => Cuidar(await ambiente.Navegador.NovaSessaoAsync(lido: lida));

    /// <summary>At the board, signed in before.</summary>
    protected async Task<(Sessao Sessao, QuadroPagina Quadro)> EntrarAsync(string email, ColorScheme tema = ColorScheme.Light, bool lida = false)
    {
        var sessao = Cuidar(await ambiente.Navegador.NovaSessaoAsync(await ambiente.CookiesAsync(email), tema, lida));
        return (sessao, await QuadroAsync(sessao.Pagina));
    }

    protected static async Task<QuadroPagina> QuadroAsync(IPage pagina)
    {
        await pagina.GotoAsync("/oportunidades");
        var quadro = new QuadroPagina(pagina);
        await quadro.EsperarAsync();
        return quadro;
    }

    /// <summary>Calls and waits until both sides talk.</summary>
    protected async Task<(JanelaDeLigacao Janela, LigacaoSimulada Simulada)> FalarAsync(QuadroPagina quadro, string ramal, string? contato = null)
    {
        var janela = await quadro.LigarAsync(contato ?? Cliente.Atende);
        await janela.EstaAsync("Em ligação");
        return (janela, await Simulador.UnicaAsync(ramal, Inicio));
    }

    /// <summary>The only row of that person in this test, once the provider's word about it is in.</summary>
    protected async Task<LinhaDaLigacao> ConciliadaAsync(string email, LigacaoSimulada simulada)
    {
        var fim = await Simulador.EncerradaAsync(simulada.Id);
        var linha = await ambiente.Banco.UnicaAsync(
            email, Inicio, "the row ended and knows the provider's record", l => l.Terminada && l.Conciliada, TimeSpan.FromMinutes(2));
        Assert.InRange(linha.FimEm!.Value, fim.Fim!.Value.UtcDateTime.AddSeconds(-3), fim.Fim.Value.UtcDateTime.AddSeconds(3));
        var duracao = fim.AtendidaEm is { } atendida ? (fim.Fim.Value - atendida).TotalSeconds : 0;
        Assert.InRange(linha.Duracao, duracao - 3, duracao + 3);
        return linha;
    }

    protected Sessao Cuidar(Sessao sessao)
    {
        _sessoes.Add(sessao);
        return sessao;
    }

    protected async Task ComProvasAsync(Func<Task> jornada, [CallerMemberName] string nome = "")
    {
        try
        {
            await jornada();
        }
        catch
        {
            for (var i = 0; i < _sessoes.Count; i++)
            {
                await TentarAsync(() => _sessoes[i].GuardarProvasAsync($"{nome}-{i + 1}"));
            }

            throw;
        }
    }

    // A page that is gone has no picture; the failure that matters is the test's own.
    private static async Task TentarAsync(Func<Task> acao)
    {
        try
        {
            await acao();
        }
        catch (PlaywrightException erro)
        {
            await Console.Error.WriteLineAsync(erro.Message);
        }
    }
}
