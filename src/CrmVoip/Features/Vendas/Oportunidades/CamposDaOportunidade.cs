using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>What a person edits of an opportunity. ContatoId is null for a contact that does not exist yet.</summary>
public sealed record CamposDaOportunidade : ICampos<CamposDaOportunidade>
{
    public static readonly IReadOnlyList<string> Todos =
    [
        nameof(Titulo), nameof(Valor), nameof(ContatoId), nameof(ResponsavelId), nameof(ProximoPasso), nameof(ProximoPassoEm),
    ];

    public string Titulo { get; init; } = "";

    /// <summary>In reais.</summary>
    public decimal Valor { get; init; }

    public Guid? ContatoId { get; init; }

    public Guid? ResponsavelId { get; init; }

    public string? ProximoPasso { get; init; }

    public DateOnly? ProximoPassoEm { get; init; }

    public static CamposDaOportunidade De(Oportunidade oportunidade) => new()
    {
        Titulo = oportunidade.Titulo,
        Valor = oportunidade.Valor,
        ContatoId = oportunidade.ContatoId,
        ResponsavelId = oportunidade.ResponsavelId,
        ProximoPasso = oportunidade.ProximoPasso,
        ProximoPassoEm = oportunidade.ProximoPassoEm,
    };

    public CamposDaOportunidade Com(CamposDaOportunidade outros, IReadOnlyCollection<string> campos) => new()
    {
        Titulo = campos.Contains(nameof(Titulo)) ? outros.Titulo : Titulo,
        Valor = campos.Contains(nameof(Valor)) ? outros.Valor : Valor,
        ContatoId = campos.Contains(nameof(ContatoId)) ? outros.ContatoId : ContatoId,
        ResponsavelId = campos.Contains(nameof(ResponsavelId)) ? outros.ResponsavelId : ResponsavelId,
        ProximoPasso = campos.Contains(nameof(ProximoPasso)) ? outros.ProximoPasso : ProximoPasso,
        ProximoPassoEm = campos.Contains(nameof(ProximoPassoEm)) ? outros.ProximoPassoEm : ProximoPassoEm,
    };

    public string Texto(string campo) => campo switch
    {
        nameof(Titulo) => Titulo,
        nameof(Valor) => Formato.Numero(Valor),
        nameof(ContatoId) => ContatoId?.ToString() ?? "",
        nameof(ResponsavelId) => ResponsavelId?.ToString() ?? "",
        nameof(ProximoPasso) => ProximoPasso ?? "",
        nameof(ProximoPassoEm) => ProximoPassoEm is { } dia ? DiaLocal.ParaCampo(dia) : "",
        _ => throw new ArgumentOutOfRangeException(nameof(campo), campo, null),
    };
}
