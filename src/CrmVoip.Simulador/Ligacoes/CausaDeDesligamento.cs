using CrmVoip.Simulador.Sip;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>FreeSWITCH's hangup cause: its name, its Q.850 code and the SIP answer that carries it.</summary>
public sealed record CausaDeDesligamento(string Nome, string Codigo, SipStatus Status)
{
    public static readonly CausaDeDesligamento Normal = new("NORMAL_CLEARING", "16", SipStatus.TemporarilyUnavailable);
    public static readonly CausaDeDesligamento Cancelada = new("ORIGINATOR_CANCEL", "487", SipStatus.RequestTerminated);
    public static readonly CausaDeDesligamento Ocupado = new("USER_BUSY", "17", SipStatus.BusyHere);
    public static readonly CausaDeDesligamento NaoAtende = new("NO_ANSWER", "19", SipStatus.TemporarilyUnavailable);
    public static readonly CausaDeDesligamento Recusada = new("CALL_REJECTED", "21", SipStatus.Decline);
    public static readonly CausaDeDesligamento CaixaPostal = new("NUMBER_CHANGED", "22", SipStatus.TemporarilyUnavailable);
    public static readonly CausaDeDesligamento NaoExiste = new("UNALLOCATED_NUMBER", "1", SipStatus.NotFound);
    public static readonly CausaDeDesligamento Invalido = new("INVALID_NUMBER_FORMAT", "28", SipStatus.AddressIncomplete);
}
