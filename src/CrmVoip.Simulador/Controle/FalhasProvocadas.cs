namespace CrmVoip.Simulador.Controle;

/// <summary>Faults that a test asked for.</summary>
public sealed class FalhasProvocadas
{
    /// <summary>Answers every INVITE with this SIP status.</summary>
    public int? StatusDoInvite { get; set; }

    public bool RecusarWebSocket { get; set; }

    /// <summary>Answers every REST request with this HTTP status.</summary>
    public int? StatusDoRest { get; set; }

    public void Limpar() => (StatusDoInvite, RecusarWebSocket, StatusDoRest) = (null, false, null);
}
