using System.Linq.Expressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>Which cards the board shows. It lives in the address, so that a filtered board can be kept and shared.</summary>
public sealed record FiltroDoQuadro
{
    public const int TextoMaximo = 100;

    public string? Texto { get; init; }

    public Guid? Responsavel { get; init; }

    /// <summary>Only cards that have stood in their stage for too long.</summary>
    public bool Parada { get; init; }

    public string? TextoLimpo => string.IsNullOrWhiteSpace(Texto) ? null : Texto.Trim() is { Length: > TextoMaximo } longo ? longo[..TextoMaximo] : Texto.Trim();

    public bool Ativo => TextoLimpo is not null || Responsavel is not null || Parada;

    public string Consulta => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["texto"] = TextoLimpo,
            ["responsavel"] = Responsavel?.ToString(),
            ["parada"] = Parada ? "true" : null,
        }.Where(p => p.Value is not null)).ToString();

    /// <summary>The open opportunities that pass.</summary>
    public Expression<Func<Oportunidade, bool>> Condicao(DateTimeOffset agora)
    {
        var (texto, responsavel, parada) = (TextoLimpo is { } t ? Padrao.Contem(t) : null, Responsavel, Parada);
        var paradaDesde = agora - TempoNaEtapa.AteParada;
        return o => o.Situacao == SituacaoDaOportunidade.Aberta
            && (responsavel == null || o.ResponsavelId == responsavel)
            && (!parada || o.NaEtapaDesde < paradaDesde)
            && (texto == null || EF.Functions.ILike(o.Titulo, texto) || EF.Functions.ILike(o.Contato!.Nome, texto) || EF.Functions.ILike(o.Contato.Empresa!, texto));
    }
}
