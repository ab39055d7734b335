using System.Diagnostics.Metrics;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>What the provider refused.</summary>
public static class MedidasDoProvedor
{
    private static readonly Meter _medidor = new("CrmVoip.Provedor");
    private static readonly Counter<long> _tokensRecusados = _medidor.CreateCounter<long>(
        "crm.provedor.tokens_recusados", "{resposta}", "Answers of the provider that refused a saved token.");

    public static void Anunciar() => _tokensRecusados.Add(0);

    public static void RecusouToken() => _tokensRecusados.Add(1);
}
