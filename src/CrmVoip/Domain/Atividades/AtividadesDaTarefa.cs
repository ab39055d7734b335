using System.Text.Json;

namespace CrmVoip.Domain.Atividades;

/// <summary>Of one task: what it said then.</summary>
public abstract record AtividadeDaTarefa : Atividade
{
    public override string Entidade => "tarefas";

    public string? Texto { get; init; }
}

public sealed record TarefaCriada : AtividadeDaTarefa
{
    public override string Acao => Acoes.TarefaCriada;

    public DateOnly? Dia { get; init; }
}

public sealed record TarefaConcluida : AtividadeDaTarefa
{
    public override string Acao => Acoes.TarefaConcluida;
}

/// <summary>It was not done after all.</summary>
public sealed record TarefaReaberta : AtividadeDaTarefa
{
    public override string Acao => Acoes.TarefaReaberta;
}

public sealed record TarefaAdiada : AtividadeDaTarefa
{
    public override string Acao => Acoes.TarefaAdiada;

    public DateOnly? De { get; init; }

    public DateOnly? Para { get; init; }
}

/// <summary>Campos are names of properties of <see cref="Tarefa"/>; De and Para their values.</summary>
public sealed record TarefaEditada : AtividadeDaTarefa, IEdicaoDeCampos
{
    public override string Acao => Acoes.TarefaEditada;

    public IReadOnlyList<string> Campos { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> De { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, JsonElement> Para { get; init; } = new Dictionary<string, JsonElement>();
}

public sealed record TarefaExcluida : AtividadeDaTarefa
{
    public override string Acao => Acoes.TarefaExcluida;
}
