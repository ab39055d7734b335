using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ramais;

public static class AuditoriaDeRamais
{
    /// <summary>What happened, with the ramal as it is now.</summary>
    public static void RegistrarRamal(this Auditoria auditoria, MudancaDoRamal mudanca, RamalVoip ramal) => auditoria.Registrar(
        mudanca with { Ramal = ramal.Extension, Servidor = ramal.SipServer, Status = ramal.Status, UsuarioId = ramal.UsuarioId },
        ramal.Id);
}
