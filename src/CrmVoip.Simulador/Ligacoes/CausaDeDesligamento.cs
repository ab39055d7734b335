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
    public static readonly CausaDeDesligamento NaoRegistrado = new("USER_NOT_REGISTERED", "606", SipStatus.TemporarilyUnavailable);

    private const string CodigoDesconhecido = "0";

    private static readonly Dictionary<string, string> Codigos = new[]
    {
        Normal, Cancelada, Ocupado, NaoAtende, Recusada, CaixaPostal, NaoExiste, Invalido, NaoRegistrado,
    }.ToDictionary(causa => causa.Nome, causa => causa.Codigo);

    /// <summary>Any cause a test asks for; the code of one we do not know is that of no cause.</summary>
    public static CausaDeDesligamento Qualquer(string nome, string? codigo) =>
        new(nome, codigo ?? Codigos.GetValueOrDefault(nome, CodigoDesconhecido), SipStatus.TemporarilyUnavailable);
}
