using System.Globalization;
using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>How tasks are told on screen.</summary>
public static class PalavrasDaTarefa
{
    private static readonly string[] _horas = ["H:mm", "HH:mm", "H'h'", "H'h'mm", "HHmm"];

    /// <summary>Days by buttons; "" is none of them.</summary>
    public static IReadOnlyList<(string Palavra, string Nome)> Dias { get; } =
        [(PrazoRelativo.Hoje, "Hoje"), (PrazoRelativo.Amanha, "Amanhã"), (PrazoRelativo.TresDias, "+3 dias"), (PrazoRelativo.Segunda, "Segunda"), ("", "Sem data")];

    public static IEnumerable<SelectListItem> OpcoesDeTipo => Enum.GetValues<TipoDeTarefa>().Select(t => new SelectListItem(t.Nome(), t.ToString()));

    public static string Nome(this TipoDeTarefa tipo) => tipo switch
    {
        TipoDeTarefa.Ligacao => "Ligação",
        TipoDeTarefa.Reuniao => "Reunião",
        TipoDeTarefa.Email => "E-mail",
        TipoDeTarefa.Proposta => "Proposta",
        _ => "Outra",
    };

    /// <summary>None for a task of no kind in particular.</summary>
    public static string? Icone(this TipoDeTarefa tipo) => tipo switch
    {
        TipoDeTarefa.Ligacao => "phone",
        TipoDeTarefa.Reuniao => "users",
        TipoDeTarefa.Email => "mail",
        TipoDeTarefa.Proposta => "scroll-text",
        _ => null,
    };

    /// <summary>"sexta, 15:00"; "sem data".</summary>
    public static string PrazoEmPalavras(DateOnly? dia, TimeOnly? hora, DateOnly hoje) =>
        Formato.Prazo(dia, hoje) is { } prazo ? prazo + (hora is { } h ? ", " + HoraEmTexto(h) : "") : "sem data";

    public static string HoraEmTexto(TimeOnly hora) => hora.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As people write an hour: "15:00", "15h", "9h30". Null when it is none.</summary>
    public static TimeOnly? LerHora(string? texto) =>
        TimeOnly.TryParseExact(Digitado.Limpar(texto).ToLowerInvariant(), _horas, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hora) ? hora : null;
}
