using System.Text.Json;

namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDaOportunidade : Atividade
{
    public override string Entidade => "oportunidades";
}

public sealed record OportunidadeCriada : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadeCriada;
}

/// <summary>Campos are names of properties of <see cref="Oportunidade"/>; De and Para their values.</summary>
public sealed record OportunidadeEditada : AtividadeDaOportunidade, IEdicaoDeCampos
{
    public override string Acao => Acoes.OportunidadeEditada;

    public IReadOnlyList<string> Campos { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> De { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, JsonElement> Para { get; init; } = new Dictionary<string, JsonElement>();
}

/// <summary>Names of stages, as they were then.</summary>
public sealed record OportunidadeMovida : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadeMovida;

    public string? De { get; init; }

    public string? Para { get; init; }
}

public sealed record OportunidadeGanha : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadeGanha;
}

public sealed record OportunidadePerdida : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadePerdida;

    public string? Motivo { get; init; }
}

public sealed record OportunidadeReaberta : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadeReaberta;
}

/// <summary>Somebody asked its responsável for it.</summary>
public sealed record OportunidadePedida : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadePedida;
}

/// <summary>Names, as they were then.</summary>
public sealed record OportunidadePassada : AtividadeDaOportunidade
{
    public override string Acao => Acoes.OportunidadePassada;

    public string? De { get; init; }

    public string? Para { get; init; }
}

public sealed record PedidoRecusado : AtividadeDaOportunidade
{
    public override string Acao => Acoes.PedidoRecusado;

    public string? De { get; init; }
}
