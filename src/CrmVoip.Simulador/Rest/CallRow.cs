using System.Text.Json.Nodes;
using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Controle;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

/// <summary>A finished call in the shape of <c>GET /calls</c>; price and recording appear only some time after the end.</summary>
public sealed class CallRow(Gravacoes gravacoes, DesviosDasContas desvios, SimuladorOptions options, TimeProvider clock)
{
    private const decimal MinutePrice = 0.38m;
    private const int SecondsPerMinute = 60;

    public string BaseUrl(HttpRequest request) => options.UrlPublica?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    public JsonObject Create(RegistroDeLigacao registro, string baseUrl)
    {
        var priced = clock.GetUtcNow() >= registro.Fim.AddSeconds(options.PrecoSegundos);
        var strays = desvios.De(registro.Dominio);
        var (from, to) = registro.Direcao == Direcao.Saida ? (registro.Ramal, registro.Numero) : (registro.Numero, registro.Ramal);
        var row = new JsonObject
        {
            ["id"] = registro.Id.ToString(),
            ["domain"] = registro.Dominio,
            ["call_type"] = registro.Direcao.ParaOProvedor(),
            ["started_at"] = BrasiliaClock.ForRest(registro.Inicio.AddSeconds(strays.RelogioDaListaSegundos)),
            ["ended_at"] = BrasiliaClock.ForRest(registro.Fim.AddSeconds(strays.RelogioDaListaSegundos)),
            ["from"] = from,
            ["to"] = to,
            ["duration"] = registro.DuracaoSegundos,
            ["hangup_cause"] = registro.Causa,
            ["record_url"] = RecordingUrl(registro, baseUrl),
            ["email"] = registro.Email,
            ["first_name"] = registro.Nome,
            ["last_name"] = registro.Sobrenome,
            ["BINA"] = Ramal.Bina,
            ["minute_price"] = priced ? MinutePrice : null,
            ["call_price"] = priced ? MinutePrice * (decimal)Math.Ceiling(registro.DuracaoSegundos / (double)SecondsPerMinute) : null,
            ["metadata"] = registro.Metadata is { } metadata ? JsonNode.Parse(metadata.GetRawText()) : null,
        };
        Alteracoes.Aplicar(row, strays.Alteracoes?.Lista, BrasiliaClock.ForRest);
        Alteracoes.Aplicar(row, registro.Alteracoes?.Lista, BrasiliaClock.ForRest);
        return row;
    }

    public string? RecordingUrl(RegistroDeLigacao registro, string baseUrl) =>
        gravacoes.Pronta(registro) ? $"{baseUrl}/files/listen/{registro.NomeDaGravacao}" : null;
}
