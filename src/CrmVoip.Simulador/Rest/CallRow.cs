using System.Text.Json.Nodes;
using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

/// <summary>A finished call in the shape of <c>GET /calls</c>; price and recording appear only some time after the end.</summary>
public sealed class CallRow(Gravacoes gravacoes, SimuladorOptions options, TimeProvider clock)
{
    private const decimal MinutePrice = 0.38m;
    private const int SecondsPerMinute = 60;

    public string BaseUrl(HttpRequest request) => options.UrlPublica?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    public JsonObject Create(RegistroDeLigacao registro, string baseUrl)
    {
        var priced = clock.GetUtcNow() >= registro.Fim.AddSeconds(options.PrecoSegundos);
        return new JsonObject
        {
            ["id"] = registro.Id.ToString(),
            ["domain"] = registro.Dominio,
            ["call_type"] = "outbound",
            ["started_at"] = BrasiliaClock.ForRest(registro.Inicio),
            ["ended_at"] = BrasiliaClock.ForRest(registro.Fim),
            ["from"] = registro.Ramal,
            ["to"] = registro.Numero,
            ["duration"] = registro.DuracaoSegundos,
            ["hangup_cause"] = registro.Causa,
            ["record_url"] = gravacoes.Pronta(registro) ? $"{baseUrl}/files/listen/{registro.Id}.wav" : null,
            ["email"] = registro.Email,
            ["first_name"] = registro.Nome,
            ["last_name"] = registro.Sobrenome,
            ["BINA"] = Ramal.Bina,
            ["minute_price"] = priced ? MinutePrice : null,
            ["call_price"] = priced ? MinutePrice * (decimal)Math.Ceiling(registro.DuracaoSegundos / (double)SecondsPerMinute) : null,
            ["metadata"] = registro.Metadata is { } metadata ? JsonNode.Parse(metadata.GetRawText()) : null,
        };
    }
}
