using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Which calls the list shows, as the address says it. Nothing asked: those of today.</summary>
public sealed record FiltroDeLigacoes
{
    public const string Ninguem = "ninguem";
    public const string Sem = "sem";
    public const string Relevante = "relevante";
    public const string NaoRetornada = "nao_retornada";
    public const string AMao = "a_mao";
    public const int DigitosMinimo = 4;

    /// <summary>One of <see cref="PeriodoDasLigacoes"/>, by its key.</summary>
    public string? Periodo { get; init; }

    [Display(Name = "De")]
    public string? De { get; init; }

    [Display(Name = "Até")]
    public string? Ate { get; init; }

    /// <summary>A member's id, or "ninguem" for calls that nobody here took.</summary>
    public string? Pessoa { get; init; }

    public string? Direcao { get; init; }

    /// <summary>A status, or "nao_retornada".</summary>
    public string? Status { get; init; }

    /// <summary>An outcome's id, "sem", or "relevante": one that counts as that.</summary>
    public string? Resultado { get; init; }

    /// <summary>Where it was made, or "a_mao": somebody wrote it down.</summary>
    public string? Origem { get; init; }

    /// <summary>A telephone, or its last digits.</summary>
    public string? Numero { get; init; }

    /// <summary>Only what is older than this place in the list.</summary>
    public string? Antes { get; init; }

    public Marco? Marco => Marco.Ler(Antes);

    public string NumeroLimpo => TextoDeBusca.Limpar(Numero);

    /// <summary>How many ways it narrows besides the period, for the button that stands for the filters on a phone.</summary>
    public int Quantos => Pares().Count(p => p.Valor is not null && p.Nome is not (nameof(Periodo) or nameof(De) or nameof(Ate)));

    /// <summary>Something was typed that is too short to look for.</summary>
    public bool NumeroCurto => NumeroLimpo.Length > 0 && Digitos is null;

    /// <summary>Of a telephone as it is stored, the digits; of anything else, those that were typed. Null when they are too few.</summary>
    public string? Digitos
    {
        get
        {
            var numero = NumeroDeTelefone.Ler(NumeroLimpo) is { Tipo: not TipoDeNumero.Emergencia } lido ? lido.E164 : NumeroLimpo;
            var digitos = string.Concat(numero.Where(char.IsAsciiDigit));
            return digitos.Length < DigitosMinimo ? null : digitos;
        }
    }

    /// <summary>With what was not asked filled in, and without what does not count.</summary>
    public FiltroDeLigacoes Completo(DateOnly hoje)
    {
        var vazios = this with { Pessoa = SeHouver(Pessoa), Direcao = SeHouver(Direcao), Status = SeHouver(Status), Resultado = SeHouver(Resultado), Origem = SeHouver(Origem) };
        var periodo = SeHouver(Periodo) ?? (SeHouver(De) is null && SeHouver(Ate) is null ? PeriodoDasLigacoes.Hoje : PeriodoDasLigacoes.Datas);
        if (periodo != PeriodoDasLigacoes.Datas)
        {
            return vazios with { Periodo = periodo, De = null, Ate = null };
        }

        var ate = SeHouver(Ate) ?? DiaLocal.ParaCampo(DiaLocal.Ler(De) is { } de && de > hoje ? de : hoje);
        return vazios with { Periodo = periodo, De = SeHouver(De) ?? ate, Ate = ate };
    }

    /// <summary>What the figures are counted over: whatever the state of a call.</summary>
    public FiltroDeLigacoes SemEstado() => this with { Status = null, Resultado = null, Antes = null };

    /// <summary>The same filter as a query string, at another place of the list.</summary>
    public QueryString Endereco(Marco? antes = null) => QueryString.Create(
        from par in Pares().Append((nameof(Antes), antes?.ToString()))
        where par.Item2 is not null
        select KeyValuePair.Create(par.Item1, par.Item2));

    /// <summary>Of a completed and valid filter.</summary>
    public RecorteDeLigacoes Recortar(DateOnly hoje, string fuso, IReadOnlyList<ResultadoDaLista> resultados)
    {
        var (de, ate) = PeriodoDasLigacoes.Dias(this, hoje);
        return new RecorteDeLigacoes(DiaLocal.Inicio(de, fuso), DiaLocal.Inicio(ate.AddDays(1), fuso))
        {
            Dias = ate.DayNumber - de.DayNumber + 1,
            Pessoa = Guid.TryParse(Pessoa, out var pessoa) ? pessoa : null,
            DeNinguem = Pessoa == Ninguem,
            Direcao = Ler<DirecaoDaLigacao>(Direcao),
            Status = Ler<StatusDaLigacao>(Status),
            NaoRetornadas = Status == NaoRetornada,
            Resultados = Resultado == Relevante ? [.. resultados.Where(r => r.Relevante).Select(r => r.Id)]
                : Guid.TryParse(Resultado, out var resultado) ? [resultado]
                : null,
            SemResultado = Resultado == Sem,
            Origem = Ler<OrigemDaLigacao>(Origem),
            AMao = Origem == AMao,
            Digitos = Digitos,
        };
    }

    private (string Nome, string? Valor)[] Pares() =>
    [
        (nameof(Periodo), Periodo is PeriodoDasLigacoes.Hoje or PeriodoDasLigacoes.Datas ? null : Periodo), (nameof(De), De), (nameof(Ate), Ate), (nameof(Pessoa), Pessoa),
        (nameof(Direcao), Direcao), (nameof(Status), Status), (nameof(Resultado), Resultado), (nameof(Origem), Origem), (nameof(Numero), SeHouver(NumeroLimpo)),
    ];

    private static string? SeHouver(string? texto) => string.IsNullOrWhiteSpace(texto) ? null : texto;

    private static TEnum? Ler<TEnum>(string? texto)
        where TEnum : struct, Enum => texto is not null && EnumEmTexto.Nomes<TEnum>().Contains(texto) ? EnumEmTexto.Valor<TEnum>(texto) : null;
}
