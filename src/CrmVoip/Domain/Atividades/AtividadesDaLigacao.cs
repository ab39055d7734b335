using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDaLigacao : Atividade
{
    public override string Entidade => "ligacoes";
}

/// <summary>Numero is E.164.</summary>
public sealed record LigacaoIniciada : AtividadeDaLigacao
{
    public override string Acao => Acoes.LigacaoIniciada;

    public string? Numero { get; init; }

    public string? Ramal { get; init; }
}

/// <summary>What became of a call. Duracao in seconds of talk; Numero is the customer's, as it was dialled or shown.</summary>
public abstract record DesfechoDaLigacao : AtividadeDaLigacao
{
    public StatusDaLigacao? Status { get; init; }

    public StatusDaLigacao? Antes { get; init; }

    public int? Duracao { get; init; }

    public DirecaoDaLigacao? Direcao { get; init; }

    public string? Numero { get; init; }
}

public sealed record LigacaoEncerrada : DesfechoDaLigacao
{
    public override string Acao => Acoes.LigacaoEncerrada;
}

public sealed record LigacaoReclassificada : DesfechoDaLigacao
{
    public override string Acao => Acoes.LigacaoReclassificada;
}

public sealed record LigacaoRetomada : DesfechoDaLigacao
{
    public override string Acao => Acoes.LigacaoRetomada;
}

public sealed record LigacaoDeFora : DesfechoDaLigacao
{
    public override string Acao => Acoes.LigacaoDeFora;
}

/// <summary>A person wrote down a call made on another telephone. Em is when it was.</summary>
public sealed record LigacaoAMao : DesfechoDaLigacao
{
    public override string Acao => Acoes.LigacaoAMao;

    public DateTimeOffset? Em { get; init; }
}

public sealed record LigacaoTrazida : AtividadeDaLigacao
{
    public override string Acao => Acoes.LigacaoTrazida;
}

public sealed record LigacaoVinculada : AtividadeDaLigacao
{
    public override string Acao => Acoes.LigacaoVinculada;

    /// <summary>Id in registros_do_provedor.</summary>
    public Guid? Registro { get; init; }
}

/// <summary>Outcome and note as a person put them right afterwards. De and Para are outcomes by their names; the note's text stays out of the record.</summary>
public sealed record LigacaoCorrigida : AtividadeDaLigacao
{
    public override string Acao => Acoes.LigacaoCorrigida;

    public bool MudouResultado { get; init; }

    public string? De { get; init; }

    public string? Para { get; init; }

    /// <summary>Null: it was left as it was.</summary>
    public MudancaDaNota? Nota { get; init; }
}

public enum MudancaDaNota
{
    Escrita,
    Alterada,
    Apagada,
}

/// <summary>By the operator's retention, not by a person. Ate is the day before which they began.</summary>
public sealed record LigacoesApagadas : AtividadeDaLigacao
{
    public override string Acao => Acoes.LigacoesApagadas;

    public int? Quantas { get; init; }

    public DateOnly? Ate { get; init; }
}

public sealed record GravacaoOuvida : AtividadeDaLigacao
{
    public override string Acao => Acoes.GravacaoOuvida;
}
