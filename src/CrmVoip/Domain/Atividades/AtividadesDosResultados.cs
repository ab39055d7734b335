using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Domain.Atividades;

/// <summary>An outcome of calls was changed, by its name.</summary>
public abstract record AtividadeDoResultado : Atividade
{
    public override string Entidade => "resultados_de_ligacao";

    public string? Nome { get; init; }
}

public sealed record ResultadoIncluido : AtividadeDoResultado
{
    public override string Acao => Acoes.ResultadoIncluido;
}

/// <summary>From De to Nome, the same where the name stayed; and what it does from now on.</summary>
public sealed record ResultadoAlterado : AtividadeDoResultado
{
    public override string Acao => Acoes.ResultadoAlterado;

    public string? De { get; init; }

    public bool Relevante { get; init; }

    public EfeitoNoNumero Efeito { get; init; }

    public bool PedeTarefa { get; init; }
}

public sealed record ResultadoReordenado : AtividadeDoResultado
{
    public override string Acao => Acoes.ResultadoReordenado;
}

public sealed record ResultadoArquivado : AtividadeDoResultado
{
    public override string Acao => Acoes.ResultadoArquivado;
}

public sealed record ResultadoRestaurado : AtividadeDoResultado
{
    public override string Acao => Acoes.ResultadoRestaurado;
}
