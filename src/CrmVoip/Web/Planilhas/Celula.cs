using System.Globalization;
using CrmVoip.Domain;
using CrmVoip.Text;

namespace CrmVoip.Web.Planilhas;

public enum TipoDaCelula
{
    Texto,
    Inteiro,
    Dinheiro,
    Dia,
    Momento,
}

/// <summary>What stands in a cell of a spreadsheet. Nothing of it is ever run: a text stays one, however it begins.</summary>
public readonly record struct Celula
{
    private const string EntreTelefones = " / ";
    private static readonly CultureInfo _ptBr = CultureInfo.GetCultureInfo("pt-BR");

    private Celula(TipoDaCelula tipo, string? texto = null, decimal numero = 0, DateTime em = default) => (Tipo, Texto, Numero, Em) = (tipo, texto, numero, em);

    public TipoDaCelula Tipo { get; }

    /// <summary>Null: the cell is empty.</summary>
    public string? Texto { get; }

    public decimal Numero { get; }

    /// <summary>As the clocks of the organization show it.</summary>
    public DateTime Em { get; }

    /// <summary>A text that nobody typed, and that may begin as a formula does.</summary>
    public bool Nosso { get; private init; }

    public static Celula De(string? texto) => new(TipoDaCelula.Texto, string.IsNullOrEmpty(texto) ? null : texto);

    public static Celula Inteiro(int numero) => new(TipoDaCelula.Inteiro, numero.ToString(CultureInfo.InvariantCulture), numero);

    public static Celula Dinheiro(decimal valor) => new(TipoDaCelula.Dinheiro, valor.ToString("0.00", _ptBr), valor);

    public static Celula Momento(DateTimeOffset? em, string fuso) => em is { } momento
        ? new(TipoDaCelula.Momento, Formato.DataHora(momento, fuso), em: TimeZoneInfo.ConvertTime(momento, Fusos.De(fuso)).DateTime)
        : default;

    public static Celula Dia(DateOnly? dia) => dia is { } esse
        ? new(TipoDaCelula.Dia, DiaLocal.ParaCampo(esse), em: esse.ToDateTime(TimeOnly.MinValue))
        : default;

    /// <summary>+55 11 96123-4567: with spaces, which no formula has, and so a text to every spreadsheet. What is no telephone is a text.</summary>
    public static Celula Telefone(string? numero) => Telefones(string.IsNullOrEmpty(numero) ? [] : [numero]);

    public static Celula Telefones(IEnumerable<string> numeros)
    {
        var lidos = numeros.Select(n => NumeroDeTelefone.Ler(n)?.Internacional ?? Planilha.Desarmar(n)!).ToList();
        return lidos.Count == 0 ? default : De(string.Join(EntreTelefones, lidos)) with { Nosso = true };
    }
}
