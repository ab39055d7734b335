using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A webhook as API4COM writes it: Brasília wall clock without a zone.</summary>
public sealed record AvisoDaOperadora(DateTimeOffset Inicio)
{
    public const string Segredo = "segredo-do-gancho";

    public string Id { get; init; } = Guid.NewGuid().ToString();

    public string Tipo { get; init; } = "channel-hangup";

    public bool Entrada { get; init; }

    public string De { get; init; } = "1001";

    public string Para { get; init; } = "011960000001";

    /// <summary>Seconds after the start; null when nobody answered.</summary>
    public int? Atendida { get; init; }

    public int Fim { get; init; } = 35;

    public string Causa { get; init; } = "NORMAL_CLEARING";

    public Guid? Tentativa { get; init; }

    public async Task EnviarAsync(CenaDeLigacao cena)
    {
        using var http = cena.Organizacao.App.Cliente();
        using var conteudo = new StringContent(ParaJson(), Encoding.UTF8, "application/json");
        var resposta = await http.PostAsync($"/ganchos/api4com/{cena.Organizacao.Id}/{Segredo}", conteudo);
        Assert.Equal(HttpStatusCode.NoContent, resposta.StatusCode);
    }

    public string ParaJson() => JsonSerializer.Serialize(new
    {
        version = "v1.4",
        eventType = Tipo,
        id = Id,
        domain = SimuladorDeTeste.Dominio,
        direction = Entrada ? "inbound" : "outbound",
        caller = De,
        called = Para,
        startedAt = Relogio(Inicio),
        answeredAt = Atendida is { } segundos ? Relogio(Inicio.AddSeconds(segundos)) : null,
        endedAt = Relogio(Inicio.AddSeconds(Fim)),
        duration = Atendida is { } desde ? Fim - desde : 0,
        hangupCause = Causa,
        metadata = Tentativa is { } tentativa ? new { gateway = "crmvoip", attemptId = tentativa } : null,
    });

    private static string Relogio(DateTimeOffset em) =>
        TimeZoneInfo.ConvertTime(em, TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo")).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
