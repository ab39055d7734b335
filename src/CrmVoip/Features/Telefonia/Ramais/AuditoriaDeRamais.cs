using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ramais;

public static class AuditoriaDeRamais
{
    /// <summary>Whose ramal and which; never the password, only whether there is a new one.</summary>
    public static void RegistrarRamal(this Auditoria auditoria, string acao, RamalVoip ramal, bool senhaTrocada = false) =>
        auditoria.Registrar(acao, "ramais_voip", ramal.Id, dados: new
        {
            ramal = ramal.Extension,
            servidor = ramal.SipServer,
            status = EnumEmTexto.Texto(ramal.Status),
            usuarioId = ramal.UsuarioId,
            senhaTrocada,
            prova = acao == Acoes.RamalProvado && ramal.Prova is { } prova ? EnumEmTexto.Texto(prova) : null,
        });
}
