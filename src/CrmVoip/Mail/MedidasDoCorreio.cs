using System.Diagnostics.Metrics;

namespace CrmVoip.Mail;

/// <summary>Messages the mail server took, and those it did not.</summary>
public static class MedidasDoCorreio
{
    private const string Enviada = "enviada";
    private const string Falhou = "falhou";
    private static readonly Meter _medidor = new("CrmVoip.Correio");
    private static readonly Counter<long> _mensagens = _medidor.CreateCounter<long>("crm.correio.mensagens", "{mensagem}", "E-mails, by whether the server took them.");

    public static void Anunciar()
    {
        Contar(0, Enviada);
        Contar(0, Falhou);
    }

    public static void Enviou() => Contar(1, Enviada);

    public static void NaoEnviou() => Contar(1, Falhou);

    private static void Contar(long quantas, string resultado) => _mensagens.Add(quantas, new KeyValuePair<string, object?>("resultado", resultado));
}
