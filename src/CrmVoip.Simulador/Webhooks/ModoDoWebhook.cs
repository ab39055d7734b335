namespace CrmVoip.Simulador.Webhooks;

/// <summary>How events reach the CRM; the names are those of the control API.</summary>
public enum ModoDoWebhook
{
    Normal,
    Desligado,
    Atrasado,
    Dobrado,
    ForaDeOrdem,
}

public sealed class ConfiguracaoDoWebhook
{
    private static readonly Dictionary<ModoDoWebhook, string> Nomes = new()
    {
        [ModoDoWebhook.Normal] = "normal",
        [ModoDoWebhook.Desligado] = "desligado",
        [ModoDoWebhook.Atrasado] = "atrasado",
        [ModoDoWebhook.Dobrado] = "dobrado",
        [ModoDoWebhook.ForaDeOrdem] = "fora_de_ordem",
    };

    public ModoDoWebhook Modo { get; set; } = ModoDoWebhook.Normal;

    public TimeSpan Atraso { get; set; } = TimeSpan.FromSeconds(10);

    public static ModoDoWebhook? Ler(string nome) =>
        Nomes.Where(par => par.Value == nome).Select(par => (ModoDoWebhook?)par.Key).FirstOrDefault();

    public static string NomeDe(ModoDoWebhook modo) => Nomes[modo];
}
