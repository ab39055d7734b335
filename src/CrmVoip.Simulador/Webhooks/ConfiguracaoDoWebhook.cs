using System.Collections.Concurrent;

namespace CrmVoip.Simulador.Webhooks;

/// <summary>A mode, and of how many events it takes one: with 3, the third, the sixth… are lost, the others arrive.</summary>
public sealed class AjusteDoWebhook(ModoDoWebhook modo, TimeSpan atraso, int aCada = 1)
{
    private int eventos;

    public ModoDoWebhook Modo { get; } = modo;

    public TimeSpan Atraso { get; } = atraso;

    public ModoDoWebhook ModoDoProximo() =>
        Interlocked.Increment(ref eventos) % aCada == 0 ? Modo : ModoDoWebhook.Normal;
}

/// <summary>One for all accounts, and those of accounts that a test named.</summary>
public sealed class ConfiguracaoDoWebhook
{
    private static readonly TimeSpan AtrasoPadrao = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<ModoDoWebhook, string> Nomes = new()
    {
        [ModoDoWebhook.Normal] = "normal",
        [ModoDoWebhook.Desligado] = "desligado",
        [ModoDoWebhook.Atrasado] = "atrasado",
        [ModoDoWebhook.Dobrado] = "dobrado",
        [ModoDoWebhook.ForaDeOrdem] = "fora_de_ordem",
        [ModoDoWebhook.Retido] = "retido",
    };

    private readonly ConcurrentDictionary<string, AjusteDoWebhook> contas = [];
    private AjusteDoWebhook padrao = new(ModoDoWebhook.Normal, AtrasoPadrao);

    public AjusteDoWebhook De(string? dominio) =>
        dominio is null ? padrao : contas.GetValueOrDefault(dominio, padrao);

    public void Definir(string? dominio, ModoDoWebhook modo, double? atrasoSegundos, int? aCada)
    {
        var atraso = atrasoSegundos is { } segundos ? TimeSpan.FromSeconds(segundos) : De(dominio).Atraso;
        var ajuste = new AjusteDoWebhook(modo, atraso, Math.Max(aCada ?? 1, 1));
        if (dominio is null)
        {
            padrao = ajuste;
        }
        else
        {
            contas[dominio] = ajuste;
        }
    }

    /// <summary>Every account again as one, in this mode.</summary>
    public void Reiniciar(ModoDoWebhook modo)
    {
        contas.Clear();
        padrao = new AjusteDoWebhook(modo, padrao.Atraso);
    }

    public static ModoDoWebhook? Ler(string nome) =>
        Nomes.Where(par => par.Value == nome).Select(par => (ModoDoWebhook?)par.Key).FirstOrDefault();

    public static string NomeDe(ModoDoWebhook modo) => Nomes[modo];
}
