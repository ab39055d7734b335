using CrmVoip.Simulador;
using CrmVoip.Simulador.Ligacoes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>API4COM's stand-in, on a port of its own. Calls are written into its list as if they had been made.</summary>
public sealed class SimuladorDeTeste : IAsyncLifetime
{
    public const string Token = "simulador-token-aurora";
    public const string Dominio = "aurora.simulador";

    /// <summary>What begins like a recording is one.</summary>
    public static readonly byte[] Audio = [.. "RIFF"u8, 36, 16, 0, 0, .. "WAVE"u8, .. Enumerable.Repeat((byte)7, 4096)];

    private readonly WebApplication _app = SimuladorApp.Criar(
        ["--urls", "http://127.0.0.1:0", "--Simulador:GravacaoSegundos", "0", "--Simulador:PrecoSegundos", "0"]);

    public string Raiz => _app.Urls.First();

    public string BaseUrl => $"{Raiz}/api/v1";

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public RegistroDeLigacao Ligou(
        string numero, DateTimeOffset inicio, int? conversa = 30, string causa = "NORMAL_CLEARING", string ramal = "1001", byte[]? gravacao = null)
    {
        var registro = new RegistroDeLigacao
        {
            Id = Guid.NewGuid(),
            Dominio = Dominio,
            Ramal = ramal,
            Numero = numero,
            Email = "ana@aurora.example",
            Nome = "Ana",
            Sobrenome = "Lima",
            Inicio = inicio,
            AtendidaEm = conversa is null ? null : inicio.AddSeconds(5),
            Fim = inicio.AddSeconds(5 + (conversa ?? 0)),
            Causa = causa,
            Codigo = "16",
            TemGravacao = gravacao is not null,
        };
        if (gravacao is not null)
        {
            File.WriteAllBytes(_app.Services.GetRequiredService<Gravacoes>().ArquivoDe(registro.Id), gravacao);
        }

        _app.Services.GetRequiredService<Historico>().Guardar(registro);
        return registro;
    }
}
