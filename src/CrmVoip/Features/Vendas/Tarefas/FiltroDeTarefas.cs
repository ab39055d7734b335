using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Which tasks the list shows, as the address says it. Nothing asked: the own ones that are open.</summary>
public sealed record FiltroDeTarefas
{
    public const string Todas = "todas";
    public const string Atrasadas = "atrasadas";
    public const string DeHoje = "hoje";
    public const string Semana = "semana";
    public const string SemData = "sem_data";
    public const string Concluidas = "concluidas";

    /// <summary>A member's id, or "todas"; else one's own.</summary>
    public string? Quem { get; init; }

    public string? Tipo { get; init; }

    public string? Quando { get; init; }

    /// <summary>Only what comes after this place in the list.</summary>
    public string? Depois { get; init; }

    public Marco? Marco => Marco.Ler(Depois);

    public bool Feitas => Quando == Concluidas;

    public TipoDeTarefa? DoTipo => !string.IsNullOrEmpty(Tipo) && EnumEmTexto.Nomes<TipoDeTarefa>().Contains(Tipo) ? EnumEmTexto.Valor<TipoDeTarefa>(Tipo) : null;

    public bool Filtrado => !string.IsNullOrEmpty(Quem) || DoTipo is not null || !string.IsNullOrEmpty(Quando);

    /// <summary>Null: everybody's.</summary>
    public Guid? DeQuem(Guid eu) => Quem == Todas ? null : Guid.TryParse(Quem, out var pessoa) ? pessoa : eu;

    /// <summary>The same filter as a query string, at another place of the list.</summary>
    public QueryString Endereco(Marco? depois = null) => QueryString.Create(
        from par in new (string Nome, string? Valor)[] { (nameof(Quem), Quem), (nameof(Tipo), Tipo), (nameof(Quando), Quando), (nameof(Depois), depois?.ToString()) }
        where !string.IsNullOrEmpty(par.Valor)
        select KeyValuePair.Create(par.Nome, par.Valor));

    /// <summary>In the order of the list: what is to be done by when it is due, what is done by when it was. The open ones are a literal in the SQL: their indexes have only those.</summary>
    public IQueryable<Tarefa> Em(IQueryable<Tarefa> tarefas, Guid eu, DateTimeOffset agora)
    {
        var dela = DeQuem(eu) is { } pessoa ? tarefas.Where(t => t.ResponsavelId == pessoa) : tarefas;
        var doTipo = DoTipo is { } tipo ? dela.Where(t => t.Tipo == tipo) : dela;
        return Feitas
            ? doTipo.Where(t => t.ConcluidaEm != null).MaisAntigasQue(Marco, t => t.ConcluidaEm!.Value, t => t.Id)
            : NoPrazo(doTipo.Where(t => t.ConcluidaEm == null), agora).MaisNovasQue(Marco, t => t.Prazo, t => t.Id);
    }

    // agora: what the clocks on the walls show.
    private IQueryable<Tarefa> NoPrazo(IQueryable<Tarefa> abertas, DateTimeOffset agora)
    {
        var hoje = DateOnly.FromDateTime(agora.DateTime);
        var (fimDeHoje, fimDaSemana) = (Tarefa.PrazoDe(hoje, null), Tarefa.PrazoDe(Semanas.Fim(hoje), null));
        return Quando switch
        {
            Atrasadas => abertas.Where(t => t.Prazo < agora),
            DeHoje => abertas.Where(t => t.Prazo >= agora && t.Prazo <= fimDeHoje),
            Semana => abertas.Where(t => t.Prazo >= agora && t.Prazo <= fimDaSemana),
            SemData => abertas.Where(t => t.Prazo >= Tarefa.SemPrazo),
            _ => abertas,
        };
    }
}

public static class Semanas
{
    /// <summary>The Sunday that a week of work ends with.</summary>
    public static DateOnly Fim(DateOnly dia) => dia.AddDays((7 - (int)dia.DayOfWeek) % 7);
}
