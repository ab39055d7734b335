using System.Text.Json;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>The plan's metadata column: technical facts that are shown or measured, never queried by.</summary>
public sealed record MetadadosDaLigacao
{
    public string? Modo { get; init; }

    /// <summary>When the provider was asked to dial, which happens once. Null in a call the browser dialled.</summary>
    public DateTimeOffset? DiscagemPedidaEm { get; init; }

    /// <summary>The provider's handle of that request: good for hanging up, never the id of the call.</summary>
    public string? DiscagemId { get; init; }

    public string? ChamadaSip { get; init; }

    public int? CodigoSip { get; init; }

    public string? EncerradaPor { get; init; }

    public string? Bina { get; init; }

    public decimal? Preco { get; init; }

    public JsonElement? Qualidade { get; init; }

    /// <summary>Talk time as the browser and as the provider have it, where they disagree.</summary>
    public int? ConversaNavegador { get; init; }

    public int? ConversaOperadora { get; init; }

    public MetadadosDaLigacao Com(ProjecaoDaLigacao projecao) => this with
    {
        ChamadaSip = projecao.ChamadaSip ?? ChamadaSip,
        CodigoSip = projecao.CodigoSip ?? CodigoSip,
        EncerradaPor = projecao.EncerradaPor ?? EncerradaPor,
        Bina = projecao.Bina ?? Bina,
        Preco = projecao.Preco ?? Preco,
        Qualidade = projecao.Qualidade ?? Qualidade,
        ConversaNavegador = projecao.Divergencia?.Navegador,
        ConversaOperadora = projecao.Divergencia?.Operadora,
    };
}
