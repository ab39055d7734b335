namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDoMembro : Atividade
{
    public override string Entidade => "membros";

    /// <summary>In facts of earlier versions.</summary>
    public string? Nome { get; init; }

    public string? Email { get; init; }
}

public sealed record MembroPapel : AtividadeDoMembro
{
    public override string Acao => Acoes.MembroPapel;

    public Papel? De { get; init; }

    public Papel? Para { get; init; }
}

public sealed record MembroDesativado : AtividadeDoMembro
{
    public override string Acao => Acoes.MembroDesativado;

    public Papel? Papel { get; init; }

    /// <summary>Who gets what was open, by name.</summary>
    public string? Sucessor { get; init; }
}

public sealed record MembroReativado : AtividadeDoMembro
{
    public override string Acao => Acoes.MembroReativado;

    public Papel? Papel { get; init; }
}

public abstract record AtividadeDoConvite : Atividade
{
    public override string Entidade => "convites";

    public string? Email { get; init; }

    public Papel? Papel { get; init; }
}

public sealed record ConviteCriado : AtividadeDoConvite
{
    public override string Acao => Acoes.ConviteCriado;
}

public sealed record ConviteRenovado : AtividadeDoConvite
{
    public override string Acao => Acoes.ConviteRenovado;
}

public sealed record ConviteRevogado : AtividadeDoConvite
{
    public override string Acao => Acoes.ConviteRevogado;
}

public sealed record ConviteAceito : AtividadeDoConvite
{
    public override string Acao => Acoes.ConviteAceito;
}
