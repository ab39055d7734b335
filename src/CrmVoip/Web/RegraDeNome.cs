using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrmVoip.Text;
using FluentValidation;

namespace CrmVoip.Web;

/// <summary>
/// What every form takes for the name of a person or an organization. Names go into mails to people who do not know us yet: they
/// must be names, neither lines of their own nor addresses that a mail program makes a link of.
/// </summary>
public static partial class RegraDeNome
{
    public const string ComCaracteres = "Use só letras, números, espaços e pontuação comum, em uma linha.";
    public const string ComEndereco = "Escreva o nome sem endereços de site ou de e-mail.";

    public static IRuleBuilderOptions<T, string?> SoNome<T>(this IRuleBuilder<T, string?> regra) => regra
        .Must(nome => !TemInvisiveis(nome)).WithMessage(ComCaracteres)
        .Must(nome => !TemEndereco(nome)).WithMessage(ComEndereco);

    private static bool TemInvisiveis(string? nome) => nome?.SemPontas().EnumerateRunes().Any(letra =>
        UmaLinha.Disfarca(letra)
        || Rune.GetUnicodeCategory(letra) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) == true;

    // Full-width letters and dots are taken for plain ones by who reads them, and by some mail programs.
    private static bool TemEndereco(string? nome) =>
        nome is not null && Endereco().IsMatch(nome.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.'));

    // "S.A.", "J.R. Silva", "Dr.Pedro" and "J.MORAES" are names. A dot makes an address before small letters, capitals after more
    // than an initial, or an ending that people know.
    [GeneratedRegex(
        @"://|@|\b[wW]{3}\.|[\p{L}\p{N}]\.\p{Ll}{2}|[\p{L}\p{N}]{2}\.\p{Lu}{2}|\d{1,3}(\.\d{1,3}){3}"
        + @"|[\p{L}\p{N}]\.(?i:com|net|org|br|io|app|dev|info|biz|site|online|xyz|shop|store|link|club|live|top)\b")]
    private static partial Regex Endereco();
}
