using System.Linq.Expressions;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Which cards the board shows. It lives in the address, so that a filtered board can be kept and shared.</summary>
public sealed record FiltroDoQuadro
{
    public string? Texto { get; init; }

    public Guid? Responsavel { get; init; }

    /// <summary>Only cards that have stood in their stage for too long.</summary>
    public bool Parada { get; init; }

    /// <summary>The open ones are worked with; the closed ones are looked at.</summary>
    public SituacaoDaOportunidade Situacao { get; init; }

    public bool Encerradas => Situacao != SituacaoDaOportunidade.Aberta;

    public string? TextoLimpo => TextoDeBusca.Limpar(Texto) is { Length: > 0 } limpo ? limpo : null;

    public bool Ativo => Quantos > 0;

    /// <summary>How many ways it narrows, for the button that stands for the filters on a phone.</summary>
    public int Quantos => (TextoLimpo is null ? 0 : 1) + (Responsavel is null ? 0 : 1) + (Parada ? 1 : 0) + (Encerradas ? 1 : 0);

    public string EmPalavras(int quantidade) => (Situacao, quantidade) switch
    {
        (SituacaoDaOportunidade.Ganha, 1) => "ganha",
        (SituacaoDaOportunidade.Ganha, _) => "ganhas",
        (SituacaoDaOportunidade.Perdida, 1) => "perdida",
        (SituacaoDaOportunidade.Perdida, _) => "perdidas",
        (_, 1) => "aberta",
        _ => "abertas",
    };

    /// <summary>"12 abertas · R$ 340.000".</summary>
    public string EmPalavras(Total total) => total.Mais
        ? $"mais de {total.Numero.TrimEnd('+')} {EmPalavras(total.Quantidade)}"
        : $"{total.Numero} {EmPalavras(total.Quantidade)} · {total.Valor}";

    public string Consulta => Com([]);

    /// <summary>The query string, with what else the page says in its address.</summary>
    public string Com(Dictionary<string, string?> mais) => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["texto"] = TextoLimpo,
            ["responsavel"] = Responsavel?.ToString(),
            ["parada"] = Parada ? "true" : null,
            ["situacao"] = Encerradas ? Situacao.ToString().ToLowerInvariant() : null,
        }.Concat(mais).Where(p => p.Value is not null)).ToString();

    /// <summary>What is counted of the opportunities that pass; null when the filter asks for what is not counted.</summary>
    public Expression<Func<ContagemDoFunil, bool>>? Contagem()
    {
        var (responsavel, situacao) = (Responsavel, Situacao);
        return TextoLimpo is not null || Parada
            ? null
            : c => c.Situacao == situacao && (responsavel == null || c.ResponsavelId == responsavel);
    }

    /// <summary>How far the deals of a stage are counted that are not counted already: of words, as far as the board shows them.</summary>
    public int Maximo => TextoLimpo is null ? Total.Maximo : QuadroConsultas.CartoesPorColuna;

    /// <summary>Null when no words are looked for.</summary>
    public Pesquisa? Pesquisa() => TextoLimpo is { } texto ? new Pesquisa(texto) : null;

    /// <summary>The opportunities that pass, whatever their words.</summary>
    public Expression<Func<Oportunidade, bool>> Condicao(DateTimeOffset agora, string fuso)
    {
        var (responsavel, parada, situacao) = (Responsavel, Parada, Situacao);
        var paradaDesde = TempoNaEtapa.ParadaDesde(agora, fuso);
        // A literal in the SQL: by a parameter, the indexes of the open ones would not be found.
        return o => o.Situacao == EF.Constant(situacao)
            && (responsavel == null || o.ResponsavelId == responsavel)
            && (!parada || o.NaEtapaDesde < paradaDesde);
    }

    /// <summary>Those that have the words, looked for in one after the other: where they are many, or one is asked about.</summary>
    public Expression<Func<Oportunidade, bool>> CondicaoDoTexto() => Pesquisa() is { Vazia: false } pesquisa ? pesquisa.Tem() : o => true;
}
