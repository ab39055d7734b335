using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace CrmVoip.Features.Vendas.Notas;

public enum ParteDoHistorico
{
    Tudo,
    Notas,
    Ligacoes,
    Tarefas,
    Mudancas,
}

/// <summary>What of a timeline is asked for, by the address: a part of it, older than a mark. Whatever is no part is all.</summary>
public sealed record FiltroDoHistorico
{
    public static readonly FiltroDoHistorico Tudo = new();

    public static readonly IReadOnlyList<(ParteDoHistorico Parte, string Nome)> Partes =
    [
        (ParteDoHistorico.Tudo, "Tudo"), (ParteDoHistorico.Notas, "Notas"), (ParteDoHistorico.Ligacoes, "Ligações"), (ParteDoHistorico.Tarefas, "Tarefas"), (ParteDoHistorico.Mudancas, "Mudanças"),
    ];

    public string? Parte { get; init; }

    public string? Antes { get; init; }

    /// <summary>Instead of a page, all back to this moment.</summary>
    public DateTimeOffset? Ate { get; init; }

    public ParteDoHistorico Qual => Enum.TryParse<ParteDoHistorico>(Parte, ignoreCase: true, out var parte) && Enum.IsDefined(parte) ? parte : ParteDoHistorico.Tudo;

    public Marco? Marco => Marco.Ler(Antes);

    /// <summary>As it stands in an address: that part, from its beginning or older than the mark.</summary>
    public static string Consulta(ParteDoHistorico parte, Marco? antes = null)
    {
        var pares = new Dictionary<string, string?>
        {
            ["parte"] = parte == ParteDoHistorico.Tudo ? null : parte.ToString().ToLowerInvariant(),
            ["antes"] = antes?.ToString(),
        };
        return QueryHelpers.AddQueryString("", pares.Where(p => p.Value is not null));
    }

    public static ParteDoHistorico De(Atividade atividade) => atividade switch
    {
        AtividadeDaNota => ParteDoHistorico.Notas,
        AtividadeDaLigacao => ParteDoHistorico.Ligacoes,
        AtividadeDaTarefa => ParteDoHistorico.Tarefas,
        _ => ParteDoHistorico.Mudancas,
    };
}
