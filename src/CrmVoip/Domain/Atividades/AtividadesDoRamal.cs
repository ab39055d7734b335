namespace CrmVoip.Domain.Atividades;

/// <summary>Ramal is the number.</summary>
public abstract record AtividadeDoRamal : Atividade
{
    public override string Entidade => "ramais_voip";

    public string? Ramal { get; init; }
}

/// <summary>A browser asked for the credentials of a ramal.</summary>
public sealed record TelefoneCredenciais : AtividadeDoRamal
{
    public override string Acao => Acoes.TelefoneCredenciais;

    public string? Realm { get; init; }
}

/// <summary>Whose ramal and which; never the password, only whether there is a new one.</summary>
public abstract record MudancaDoRamal : AtividadeDoRamal
{
    public string? Servidor { get; init; }

    public StatusDoRamal? Status { get; init; }

    public Guid? UsuarioId { get; init; }

    public bool SenhaTrocada { get; init; }

    public ProvaDoRamal? Prova { get; init; }

    /// <summary>The name, in facts of earlier versions.</summary>
    public string? Pessoa { get; init; }

    /// <summary>It happened to this ramal, told as it is now.</summary>
    public MudancaDoRamal Do(RamalVoip ramal) =>
        this with { Ramal = ramal.Extension, Servidor = ramal.SipServer, Status = ramal.Status, UsuarioId = ramal.UsuarioId };
}

public sealed record RamalSalvo : MudancaDoRamal
{
    public override string Acao => Acoes.RamalSalvo;
}

public sealed record RamalAtribuido : MudancaDoRamal
{
    public override string Acao => Acoes.RamalAtribuido;
}

public sealed record RamalImportado : MudancaDoRamal
{
    public override string Acao => Acoes.RamalImportado;
}

public sealed record RamalConfirmado : MudancaDoRamal
{
    public override string Acao => Acoes.RamalConfirmado;
}

public sealed record RamalProvado : MudancaDoRamal
{
    public override string Acao => Acoes.RamalProvado;
}

public sealed record RamalDesativado : MudancaDoRamal
{
    public override string Acao => Acoes.RamalDesativado;
}

public sealed record RamalAtivado : MudancaDoRamal
{
    public override string Acao => Acoes.RamalAtivado;
}

public sealed record RamalRevogado : MudancaDoRamal
{
    public override string Acao => Acoes.RamalRevogado;
}
