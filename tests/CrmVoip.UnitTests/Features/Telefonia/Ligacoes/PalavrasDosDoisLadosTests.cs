using System.Text.RegularExpressions;
using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.UnitTests.Features.Telefonia.Ligacoes;

/// <summary>Causes and refusals of a call are named by the server and put into words by the page: neither says what the other does not know.</summary>
public sealed partial class PalavrasDosDoisLadosTests
{
    private const string Pagina = "src/frontend/app/telefonia/ligacao";

    /// <summary>A call that ended so is no failure, and the window says so in words of its own; "unknown" is what no sentence fits.</summary>
    private static readonly string[] _semFalha = ["normal", "cancelled", "unknown"];

    /// <summary>Answers to what the page does by itself, of which no window tells; and those of forms, which say them at their fields.</summary>
    private static readonly string[] _semJanela =
        ["id_ausente", "id_em_uso", "eventos_invalidos", "notas_longas", "outro_modo", "ligacao_encerrada", "mudou_antes", "resultado_invalido"];

    private static readonly string[] _pastas = ["Linha", "Ligacoes"];

    private static readonly string[] _sentencas = [.. Achados(Sentenca(), Trecho(Repository.Read($"{Pagina}/textos.js"), "const FALHAS", "\n}"))];

    private static readonly string[] _causas = [.. Achados(EntreAspas(), Trecho(Repository.Read("src/frontend/libwebphone/causes.js"), "new Set([", "])"))];

    [Fact]
    public void Page_and_server_read_the_same_status_from_a_cause()
    {
        var daPagina = Par().Matches(Repository.Read($"{Pagina}/causas.js")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        Assert.Equal(CausaDoNavegador.Todas.ToDictionary(c => c.Key, c => EnumEmTexto.Texto(c.Value)), daPagina);
        Assert.Equal(StatusDaLigacao.Falha, CausaDoNavegador.SemAtendimento("server"));
    }

    [Fact]
    public void Every_cause_of_the_phone_has_its_sentence()
    {
        Assert.Contains("busy", _causas);
        Assert.Equal([], _causas.Except(_semFalha).Except(_sentencas));
    }

    [Fact]
    public void Every_refusal_of_the_telephone_has_its_sentence()
    {
        var codigos = Codigos();

        Assert.Contains("sem_ramal", codigos);
        Assert.Contains("em_outra_ligacao", codigos);
        Assert.Equal([], codigos.Except(_semJanela).Except(_sentencas));
        Assert.Equal([], _semJanela.Except(codigos));
    }

    [Fact]
    public void No_sentence_is_left_that_nobody_says()
    {
        var daPagina = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/frontend"), "*.js", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && !f.EndsWith(".test.js", StringComparison.Ordinal) && !f.EndsWith("textos.js", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .SelectMany(texto => Achados(EntreAspas(), texto))
            .ToHashSet();

        Assert.Equal([], _sentencas.Except(CausaDoNavegador.Todas.Keys).Except(Codigos()).Where(s => !daPagina.Contains(s)));
    }

    private static string[] Codigos() =>
    [
        .. _pastas
            .SelectMany(pasta => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/CrmVoip/Features/Telefonia", pasta), "*.cs"))
            .SelectMany(arquivo => Achados(Codigo(), File.ReadAllText(arquivo)))
            .Distinct(),
    ];

    private static string Trecho(string texto, string de, string ate) => texto[texto.IndexOf(de, StringComparison.Ordinal)..] is var resto
        ? resto[..resto.IndexOf(ate, StringComparison.Ordinal)]
        : "";

    private static IEnumerable<string> Achados(Regex regex, string texto) => regex.Matches(texto).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^  (\w+): \{", RegexOptions.Multiline)]
    private static partial Regex Sentenca();

    [GeneratedRegex(@"^  (\w+): ""(\w+)""", RegexOptions.Multiline)]
    private static partial Regex Par();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex EntreAspas();

    [GeneratedRegex(@"(?:\(\s*\d{3},\s*|codigo = )""([a-z_]+)""")]
    private static partial Regex Codigo();
}
