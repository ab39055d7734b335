namespace CrmVoip.Simulador.Webhooks;

/// <summary>How events reach the CRM; the names are those of the control API.</summary>
public enum ModoDoWebhook
{
    Normal,
    Desligado,
    Atrasado,
    Dobrado,
    ForaDeOrdem,

    /// <summary>Kept until the test lets them go, in order or in reverse.</summary>
    Retido,
}
