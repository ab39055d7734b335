using System.Text.Json;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>
/// What a fact says. The browser fills Causa (libwebphone's cause), CodigoSip, EncerradaPor, ChamadaSip, Qualidade;
/// the provider fills the rest. Times are UTC; DuracaoSegundos is talk time.
/// </summary>
public sealed record DadosDoEvento
{
    public string? Causa { get; init; }

    public int? CodigoSip { get; init; }

    public string? EncerradaPor { get; init; }

    public string? ChamadaSip { get; init; }

    public JsonElement? Qualidade { get; init; }

    public string? ProvedorId { get; init; }

    public string? CausaProvedor { get; init; }

    public DateTimeOffset? InicioEm { get; init; }

    public DateTimeOffset? AtendidaEm { get; init; }

    public DateTimeOffset? FimEm { get; init; }

    public int? DuracaoSegundos { get; init; }

    public string? GravacaoUrl { get; init; }

    public string? Bina { get; init; }

    public decimal? Preco { get; init; }
}
