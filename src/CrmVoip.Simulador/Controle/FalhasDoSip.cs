namespace CrmVoip.Simulador.Controle;

/// <summary>How the SIP side misbehaves because a test asked for it. Only what is given changes; an empty request ends it all.</summary>
public sealed class FalhasDoSip
{
    /// <summary>Refuses every re-INVITE, a hold among them, with this status.</summary>
    public int? StatusDoReInvite { get; set; }

    /// <summary>The customer answers this long after the rep's CANCEL, as if the two had crossed.</summary>
    public int? AtendeAposCancelarMs { get; set; }

    /// <summary>OPTIONS stay without an answer.</summary>
    public bool OptionsSemResposta { get; set; }

    /// <summary>Nothing is heard and nothing is said any more, and the sockets stay open: a path that died without a word.</summary>
    public bool CaminhoMorto { get; set; }

    /// <summary>Takes the connection and never finishes the WebSocket handshake.</summary>
    public bool WebSocketPendurado { get; set; }

    /// <summary>What the challenge names instead of the domain.</summary>
    public string? Realm { get; set; }

    public void Definir(FalhasDoSipEnviadas enviadas)
    {
        (StatusDoReInvite, AtendeAposCancelarMs, Realm) = (enviadas.StatusDoReInvite, enviadas.AtendeAposCancelarMs, enviadas.Realm);
        (OptionsSemResposta, CaminhoMorto, WebSocketPendurado) =
            (enviadas.OptionsSemResposta ?? false, enviadas.CaminhoMorto ?? false, enviadas.WebSocketPendurado ?? false);
    }
}

public sealed record FalhasDoSipEnviadas(
    int? StatusDoReInvite = null, int? AtendeAposCancelarMs = null, bool? OptionsSemResposta = null, bool? CaminhoMorto = null,
    bool? WebSocketPendurado = null, string? Realm = null);
