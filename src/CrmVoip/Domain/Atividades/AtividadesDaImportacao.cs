namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDaImportacao : Atividade
{
    public override string Entidade => "importacoes";

    /// <summary>Of the file.</summary>
    public string? Nome { get; init; }
}

/// <summary>How many contacts it made, completed, skipped and refused.</summary>
public sealed record ImportacaoConcluida : AtividadeDaImportacao
{
    public override string Acao => Acoes.ImportacaoConcluida;

    public int Criadas { get; init; }

    public int Completadas { get; init; }

    public int Puladas { get; init; }

    public int Recusadas { get; init; }
}

/// <summary>How many contacts were removed, and how many stay because somebody had used them.</summary>
public sealed record ImportacaoDesfeita : AtividadeDaImportacao
{
    public override string Acao => Acoes.ImportacaoDesfeita;

    public int Desfeitas { get; init; }

    public int Mantidas { get; init; }
}
