namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDaEtapa : Atividade
{
    public override string Entidade => "etapas";

    public string? Nome { get; init; }
}

public sealed record EtapaIncluida : AtividadeDaEtapa
{
    public override string Acao => Acoes.EtapaIncluida;
}

/// <summary>From De to Nome.</summary>
public sealed record EtapaRenomeada : AtividadeDaEtapa
{
    public override string Acao => Acoes.EtapaRenomeada;

    public string? De { get; init; }
}

public sealed record EtapaReordenada : AtividadeDaEtapa
{
    public override string Acao => Acoes.EtapaReordenada;
}

/// <summary>Its deals, so many, went to the stage Para.</summary>
public sealed record EtapaArquivada : AtividadeDaEtapa
{
    public override string Acao => Acoes.EtapaArquivada;

    public string? Para { get; init; }

    public int Oportunidades { get; init; }
}

public abstract record AtividadeDoMotivo : Atividade
{
    public override string Entidade => "motivos_de_perda";

    public string? Nome { get; init; }
}

public sealed record MotivoIncluido : AtividadeDoMotivo
{
    public override string Acao => Acoes.MotivoIncluido;
}

/// <summary>From De to Nome.</summary>
public sealed record MotivoRenomeado : AtividadeDoMotivo
{
    public override string Acao => Acoes.MotivoRenomeado;

    public string? De { get; init; }
}

public sealed record MotivoReordenado : AtividadeDoMotivo
{
    public override string Acao => Acoes.MotivoReordenado;
}

public sealed record MotivoArquivado : AtividadeDoMotivo
{
    public override string Acao => Acoes.MotivoArquivado;
}

public sealed record MotivoRestaurado : AtividadeDoMotivo
{
    public override string Acao => Acoes.MotivoRestaurado;
}
