namespace CrmVoip.Domain.Atividades;

/// <summary>What happened to a note. Its text stands in the note alone: taken out there, it is nowhere.</summary>
public abstract record AtividadeDaNota : Atividade
{
    public override string Entidade => "notas";
}

public sealed record NotaEscrita : AtividadeDaNota
{
    public override string Acao => Acoes.NotaEscrita;
}

public sealed record NotaEditada : AtividadeDaNota
{
    public override string Acao => Acoes.NotaEditada;
}

public sealed record NotaRetirada : AtividadeDaNota
{
    public override string Acao => Acoes.NotaRetirada;
}

public sealed record NotaDevolvida : AtividadeDaNota
{
    public override string Acao => Acoes.NotaDevolvida;
}
