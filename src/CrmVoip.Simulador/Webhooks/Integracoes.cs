using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>What a user of the provider saved with <c>PATCH /integrations</c>; one per gateway and user.</summary>
public sealed record Integracao(int Id, string Token, string Gateway)
{
    public bool Webhook { get; init; }

    public JsonObject? WebhookConstraint { get; init; }

    public JsonObject? Metadata { get; init; }
}

public sealed class Integracoes(PastaDeDados pasta)
{
    private readonly ConcurrentDictionary<int, Integracao> todas =
        new(PastaDeDados.LerTodos<Integracao>(pasta.Integracoes).ToDictionary(integracao => integracao.Id));

    public IEnumerable<Integracao> Todas => todas.Values;

    public IEnumerable<Integracao> DoToken(string token) => todas.Values.Where(integracao => integracao.Token == token);

    public int NovoId() => todas.Keys.DefaultIfEmpty().Max() + 1;

    public Integracao Guardar(Integracao integracao)
    {
        todas[integracao.Id] = integracao;
        PastaDeDados.Gravar(ArquivoDe(integracao.Id), integracao);
        return integracao;
    }

    public void Limpar()
    {
        foreach (var id in todas.Keys)
        {
            todas.TryRemove(id, out _);
            File.Delete(ArquivoDe(id));
        }
    }

    private string ArquivoDe(int id) => Path.Combine(pasta.Integracoes, $"{id}.json");
}
