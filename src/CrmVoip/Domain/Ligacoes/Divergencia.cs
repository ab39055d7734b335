namespace CrmVoip.Domain.Ligacoes;

/// <summary>Seconds of talk as the browser and as the provider have them, where they tell different stories.</summary>
public sealed record Divergencia(int Navegador, int Operadora)
{
    private const int Desprezivel = 5;
    private const double Proporcao = 0.1;

    internal static Divergencia? Entre(PalavraDoNavegador navegador, PalavraDoProvedor provedor, bool atendida) =>
        navegador is { NossaPernaAtendeu: true, Conversa: { } visto }
        && (provedor.Conversa ?? (atendida ? null : 0)) is { } dito
        && Math.Abs(visto - dito) > Math.Max(Desprezivel, Proporcao * Math.Max(visto, dito))
            ? new Divergencia(visto, dito)
            : null;
}
