using System.Text.Json;

namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDoContato : Atividade
{
    public override string Entidade => "contatos";
}

public sealed record ContatoCriado : AtividadeDoContato
{
    public override string Acao => Acoes.ContatoCriado;
}

/// <summary>Campos are names of properties of <see cref="Contato"/>; De and Para their values.</summary>
public sealed record ContatoEditado : AtividadeDoContato, IEdicaoDeCampos
{
    public override string Acao => Acoes.ContatoEditado;

    public IReadOnlyList<string> Campos { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> De { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, JsonElement> Para { get; init; } = new Dictionary<string, JsonElement>();
}

public sealed record TelefoneIncluido : AtividadeDoTelefone
{
    public override string Acao => Acoes.TelefoneIncluido;
}

public sealed record TelefoneRemovido : AtividadeDoTelefone
{
    public override string Acao => Acoes.TelefoneRemovido;
}

public sealed record TelefonePrincipal : AtividadeDoTelefone
{
    public override string Acao => Acoes.TelefonePrincipal;
}

public sealed record TelefoneErrado : AtividadeDoTelefone
{
    public override string Acao => Acoes.TelefoneErrado;
}

public sealed record TelefoneCerto : AtividadeDoTelefone
{
    public override string Acao => Acoes.TelefoneCerto;
}

/// <summary>Somebody there asked not to be called.</summary>
public sealed record NaoLigarMarcado : AtividadeDoTelefone
{
    public override string Acao => Acoes.NaoLigarMarcado;
}

public sealed record NaoLigarRetirado : AtividadeDoTelefone
{
    public override string Acao => Acoes.NaoLigarRetirado;
}

public sealed record TelefoneAlterado : AtividadeDoTelefone
{
    public override string Acao => Acoes.TelefoneAlterado;

    /// <summary>What it was before.</summary>
    public string? De { get; init; }
}

/// <summary>Of one telephone of a contact. Numero is E.164, or what was typed where that is none.</summary>
public abstract record AtividadeDoTelefone : AtividadeDoContato
{
    public string? Numero { get; init; }
}
