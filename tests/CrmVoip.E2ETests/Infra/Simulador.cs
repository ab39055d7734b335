using System.Net.Http.Json;
using System.Text.Json;

namespace CrmVoip.E2ETests.Infra;

public sealed record LigacaoSimulada(
    Guid Id, string Ramal, string Numero, string Estado, DateTimeOffset Inicio, DateTimeOffset? AtendidaEm, DateTimeOffset? Fim,
    string? Causa, bool EmEspera, string ChamadaSip, string Digitos)
{
    public bool Encerrada => Estado == "encerrada";
}

public sealed record SomOuvido(double PicoHz, double PicoDbfs, double RmsDbfs, int Ms);

public sealed record RegistroSip(string Dominio, string Ramal, string Contato);

/// <summary>The provider's side, through the simulator's control API.</summary>
public sealed class Simulador(Uri endereco) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endereco };

    public Uri Endereco => endereco;

    public async Task<LigacaoSimulada[]> LigacoesAsync(string ramal, DateTimeOffset desde, string dominio = "aurora.simulador") =>
        [.. (await LerAsync<LigacaoSimulada[]>($"/controle/ligacoes?ramal={ramal}&dominio={dominio}")).Where(l => l.Inicio >= desde)];

    public Task<LigacaoSimulada> LigacaoAsync(Guid id) => LerAsync<LigacaoSimulada>($"/controle/ligacoes/{id}");

    /// <summary>The only call of that extension since then, once there is one.</summary>
    public async Task<LigacaoSimulada> UnicaAsync(string ramal, DateTimeOffset desde, string dominio = "aurora.simulador") =>
        Assert.Single(await Espera.AteAsync("the call reached the provider", () => LigacoesAsync(ramal, desde, dominio), l => l.Length > 0));

    public Task<LigacaoSimulada> AteAsync(Guid id, string oQue, Func<LigacaoSimulada, bool> vale) =>
        Espera.AteAsync(oQue, () => LigacaoAsync(id), vale);

    public Task<LigacaoSimulada> EncerradaAsync(Guid id) => AteAsync(id, "the provider ended the call", l => l.Encerrada);

    public Task OuveAsync(Guid id, double hertz) => Espera.AteAsync(
        $"the customer hears {hertz} Hz", () => AudioAsync(id), s => s.PicoDbfs > -40 && Math.Abs(s.PicoHz - hertz) <= 10);

    public Task NaoOuveAsync(Guid id) => Espera.AteAsync("the customer hears nothing", () => AudioAsync(id), s => s.PicoDbfs < -60);

    public async Task<string[]> ContatosAsync(string ramal) =>
        [.. (await LerAsync<RegistroSip[]>("/controle/registros")).Where(r => r.Ramal == ramal && r.Dominio == "aurora.simulador").Select(r => r.Contato)];

    public Task WebhookAsync(string modo, double atrasoSegundos = 2) => EnviarAsync("/controle/webhook", new { modo, atrasoSegundos });

    public Task OpcoesAsync(object opcoes) => EnviarAsync("/controle/opcoes", opcoes);

    /// <summary>Cuts the extension's WebSocket like a lost network, and refuses new ones until CessarFalhasAsync.</summary>
    public async Task CortarRedeAsync(string ramal)
    {
        await EnviarAsync("/controle/falhas", new { recusarWebSocket = true });
        await EnviarAsync($"/controle/conexoes/derrubar?ramal={ramal}", new { });
    }

    /// <summary>As when somebody deletes the token in the provider's panel.</summary>
    public Task RevogarTokenAsync(string token) => EnviarAsync("/controle/falhas", new { tokenRevogado = token });

    public Task RecusarDiscagensAsync(string palavras) => EnviarAsync("/controle/falhas", new { recusaDoDiscador = palavras });

    public Task CessarFalhasAsync() => EnviarAsync("/controle/falhas", new { });

    public void Dispose() => _http.Dispose();

    private Task<SomOuvido> AudioAsync(Guid id) => LerAsync<SomOuvido>($"/controle/ligacoes/{id}/audio?ms=600");

    private async Task<T> LerAsync<T>(string caminho) => (await _http.GetFromJsonAsync<T>(caminho, JsonSerializerOptions.Web))!;

    private async Task EnviarAsync(string caminho, object corpo)
    {
        using var resposta = await _http.PostAsJsonAsync(caminho, corpo);
        resposta.EnsureSuccessStatusCode();
    }
}
