using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>
/// A password becomes a new version of a ramal's secret, in the current unit of work. An administrador may do it for
/// somebody else; the database then lets nobody but that person read it.
/// </summary>
public sealed class SelarSenha(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre)
{
    public void Executar(RamalVoip ramal, string senha)
    {
        var segredo = new RamalVoipSegredo(
            ramal, id => cofre.Cifrar(new LugarDoSegredo(atual.IdExigido, RamalVoipSegredo.Coluna, id), senha));
        db.Add(segredo);
        ramal.UsarSegredo(segredo);
    }
}
