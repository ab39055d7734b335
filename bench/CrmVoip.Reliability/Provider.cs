using System.Net.Http.Json;
using System.Text.Json;

namespace CrmVoip.Reliability;

/// <summary>A call as the provider knows it to have been.</summary>
public sealed record TrueCall(
    Guid Id, Guid OutroId, string Dominio, string Ramal, string Numero, string Direcao, DateTimeOffset Inicio,
    DateTimeOffset? AtendidaEm, DateTimeOffset Fim, int DuracaoSegundos, string Causa, bool Gravacao);

/// <summary>The simulator's control API.</summary>
public sealed class Provider(Uri address) : IDisposable
{
    private static readonly JsonSerializerOptions _json = JsonSerializerOptions.Web;
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose() => _http.Dispose();

    public async Task<Guid> CallAsync(Line line, PlannedCall call, DateTimeOffset start, string? attempt)
    {
        var made = await PostAsync("/controle/ligacoes", new
        {
            dominio = line.Domain,
            ramal = line.Extension,
            numero = call.Number,
            direcao = call.Kind == Kind.Inbound ? "Entrada" : "Saida",
            inicio = start,
            toqueSegundos = call.Ring,
            falaSegundos = call.Talk,
            causa = call.Outcome.Cause,
            metadata = attempt is null ? null : new { attemptId = attempt },
        });
        return made.GetProperty("id").GetGuid();
    }

    public async Task<Guid> MissedAsync(Line line, PlannedCall call) => (await PostAsync("/controle/entradas", new
    {
        dominio = line.Domain,
        ramal = line.Extension,
        numero = call.Number,
        toqueSegundos = call.Ring,
    })).GetProperty("id").GetGuid();

    /// <summary>False while the call is not over.</summary>
    public async Task<bool> CorrectAsync(Guid id, object correction)
    {
        using var answer = await _http.PostAsJsonAsync($"/controle/ligacoes/{id}/correcao", correction, _json);
        return answer.IsSuccessStatusCode;
    }

    public Task WebhooksAsync(string organization, string mode, int? every = null, double? delay = null) =>
        PostAsync("/controle/webhook", new { modo = mode, aCada = every, atrasoSegundos = delay, dominio = $"{organization}.simulador" });

    public Task ReleaseAsync(string organization) => PostAsync($"/controle/webhook/soltar?dominio={organization}.simulador&inversa=true", new { });

    public Task StrayAsync(string organization, object how) => PostAsync($"/controle/contas/{organization}.simulador", how);

    public async Task<TrueCall[]> TruthAsync() => (await _http.GetFromJsonAsync<TrueCall[]>("/controle/verdade", _json))!;

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, _json);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadAsStringAsync()) is { Length: > 0 } text ? JsonDocument.Parse(text).RootElement : default
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
