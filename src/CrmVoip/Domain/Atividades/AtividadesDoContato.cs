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
public sealed record ContatoEditado : AtividadeDoContato
{
    public override string Acao => Acoes.ContatoEditado;

    public IReadOnlyList<string> Campos { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> De { get; init; } = new Dictionary<string, JsonElement>();

    public IReadOnlyDictionary<string, JsonElement> Para { get; init; } = new Dictionary<string, JsonElement>();
}
