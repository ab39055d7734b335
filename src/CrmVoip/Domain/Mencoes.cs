using System.Globalization;
using CrmVoip.Domain.Busca;

namespace CrmVoip.Domain;

/// <summary>
/// "@Bruno Tavares" in a text: somebody's name as the organization knows it, or a first name that only one has, in letters of
/// either size and with or without accents. Of two with one name both are meant.
/// </summary>
public sealed class Mencoes
{
    public static readonly Mencoes DeNinguem = new([]);

    private const char Sinal = '@';

    private readonly Dictionary<string, Guid[]> _pessoas;
    private readonly int _palavras;

    public Mencoes(IReadOnlyCollection<(Guid Id, string Nome)> pessoas)
    {
        _pessoas = pessoas.GroupBy(p => Dobrado(p.Nome), p => p.Id).Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        foreach (var primeiro in pessoas.GroupBy(p => Dobrado(p.Nome).Split(' ')[0], p => p.Id).Where(g => g.Key.Length > 0 && g.Count() == 1))
        {
            _pessoas.TryAdd(primeiro.Key, [.. primeiro]);
        }

        _palavras = pessoas.Select(p => p.Nome.Split(' ').Length).DefaultIfEmpty().Max();
    }

    /// <summary>Whether it is worth asking who there is.</summary>
    public static bool PodeHaver(string texto) => texto.Contains(Sinal, StringComparison.Ordinal);

    /// <summary>In their order.</summary>
    public IReadOnlyList<Mencao> Em(string texto)
    {
        var achadas = new List<Mencao>();
        for (var inicio = texto.IndexOf(Sinal, StringComparison.Ordinal); inicio >= 0; inicio = texto.IndexOf(Sinal, inicio + 1))
        {
            // In an e-mail address it names nobody.
            if ((inicio == 0 || !char.IsLetterOrDigit(texto[inicio - 1])) && Aqui(texto, inicio) is { } mencao)
            {
                achadas.Add(mencao);
            }
        }

        return achadas;
    }

    /// <summary>The text in pieces, those in which somebody is named marked.</summary>
    public IEnumerable<(string Texto, bool Citacao)> Partes(string texto)
    {
        var fim = 0;
        foreach (var mencao in Em(texto))
        {
            yield return (texto[fim..mencao.Inicio], false);
            fim = mencao.Inicio + mencao.Tamanho;
            yield return (texto[mencao.Inicio..fim], true);
        }

        yield return (texto[fim..], false);
    }

    // The most words that are a name: "@Ana Souza" is not "@Ana".
    private Mencao? Aqui(string texto, int inicio)
    {
        foreach (var fim in Fins(texto, inicio + 1).Reverse())
        {
            if (_pessoas.TryGetValue(Dobrado(texto[(inicio + 1)..fim]), out var quem))
            {
                return new Mencao(inicio, fim - inicio, quem);
            }
        }

        return null;
    }

    // Where each of the next words ends, the full stop of a sentence left out.
    private IEnumerable<int> Fins(string texto, int inicio)
    {
        var fim = inicio;
        for (var palavra = 0; palavra < _palavras && fim < texto.Length && EhDoNome(texto[fim]); palavra++)
        {
            while (fim < texto.Length && EhDoNome(texto[fim]))
            {
                fim++;
            }

            yield return inicio + texto[inicio..fim].TrimEnd('.', '-', '\'', '’').Length;
            fim += fim < texto.Length && texto[fim] == ' ' ? 1 : 0;
        }
    }

    private static bool EhDoNome(char letra) => char.IsLetterOrDigit(letra) || char.IsSurrogate(letra)
        || char.GetUnicodeCategory(letra) is UnicodeCategory.NonSpacingMark || letra is '\'' or '’' or '-' or '.';

    private static string Dobrado(string nome) => string.Join(' ', TextoDobrado.Palavras(nome));
}

/// <param name="Inicio">Of its sign.</param>
/// <param name="Tamanho">With its sign.</param>
/// <param name="Quem">Whom it may mean.</param>
public sealed record Mencao(int Inicio, int Tamanho, IReadOnlyList<Guid> Quem);
