namespace CrmVoip.Simulador.Controle;

/// <summary>Faults that a test asked for.</summary>
public sealed class FalhasProvocadas
{
    /// <summary>Answers every INVITE with this SIP status.</summary>
    public int? StatusDoInvite { get; set; }

    public bool RecusarWebSocket { get; set; }

    /// <summary>Answers every REST request with this HTTP status.</summary>
    public int? StatusDoRest { get; set; }

    /// <summary>A token that was revoked: the next request with it gets 401.</summary>
    public string? TokenRevogado { get; set; }

    /// <summary>Says no to every <c>POST /dialer</c>, in the provider's words.</summary>
    public string? RecusaDoDiscador { get; set; }

    public void Limpar() => (StatusDoInvite, RecusarWebSocket, StatusDoRest, TokenRevogado, RecusaDoDiscador) = (null, false, null, null, null);
}
