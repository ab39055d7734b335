using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>How tasks are told on screen.</summary>
public static class PalavrasDaTarefa
{
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
        Formato.Prazo(dia, hoje) is { } prazo ? prazo + (hora is { } h ? ", " + HoraDigitada.Texto(h) : "") : "sem data";
}
