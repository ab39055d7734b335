namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDaOrganizacao : Atividade
{
    public override string Entidade => "organizacoes";
}

public sealed record OrganizacaoCriada : AtividadeDaOrganizacao
{
    public override string Acao => Acoes.OrganizacaoCriada;

    public string? Nome { get; init; }

    public string? Slug { get; init; }
}

/// <summary>None: it is demanded of nobody any more.</summary>
public sealed record SegundoFatorExigido : AtividadeDaOrganizacao
{
    public override string Acao => Acoes.SegundoFatorExigido;

    public IReadOnlyList<Papel> Papeis { get; init; } = [];
}

/// <summary>De and Ate as dd/MM/yyyy.</summary>
public sealed record AuditoriaExportada : AtividadeDaOrganizacao
{
    public override string Acao => Acoes.AuditoriaExportada;

    public string? De { get; init; }

    public string? Ate { get; init; }

    public string? Pessoa { get; init; }

    public string? Assunto { get; init; }
}

/// <summary>Lista is "contatos", "ligacoes" or "oportunidades"; Filtro, what narrowed it, in words; Linhas, how many rows it had then.</summary>
public sealed record ListaExportada : AtividadeDaOrganizacao
{
    public override string Acao => Acoes.ListaExportada;

    public string? Lista { get; init; }

    public string? Formato { get; init; }

    public string? Filtro { get; init; }

    public int? Linhas { get; init; }
}
