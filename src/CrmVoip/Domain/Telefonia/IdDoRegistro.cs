using CrmVoip.Text;

namespace CrmVoip.Domain.Telefonia;

/// <summary>An id the provider gives to a call. It may give several to one; none stands for two.</summary>
public sealed class IdDoRegistro(Guid organizacaoId, string provedorId, string sipDomain, Guid registroId) : Entidade(organizacaoId)
{
    public const int ProvedorIdMaximo = 200;
    public const string ProvedorIdIndice = "ix_ids_dos_registros_provedor_id";

    public string ProvedorId { get; private init; } = provedorId;

    /// <summary>Lower case; empty where the provider does not say.</summary>
    public string SipDomain { get; private init; } = sipDomain;

    public Guid RegistroId { get; private set; } = registroId;

    public static string Cortar(string provedorId) => provedorId.Cortado(ProvedorIdMaximo);

    public void PassarPara(Guid registroId) => RegistroId = registroId;
}
