using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>Who may hear which recordings. The one place to read it.</summary>
public static class QuemOuve
{
    /// <summary>
    /// Calls whose recording this person may hear: all, with the right to; else the own ones, and those of deals whose responsável
    /// the person was when they were made. A deal that changes hands takes no old recording with it. Of calls that are older than
    /// this was kept, the deal's responsável of today.
    /// </summary>
    public static IQueryable<Ligacao> Audiveis(this CrmDbContext db, OrganizacaoAtual atual)
    {
        var eu = atual.UsuarioIdExigido;
        return Permissoes.PodeEmTodas(atual.Exigido.Papel, Permissoes.OuvirGravacoes)
            ? db.Ligacoes
            : db.Ligacoes.Where(l => l.UsuarioId == eu
                || l.ResponsavelId == eu
                || (l.ResponsavelId == null && db.Oportunidades.Any(o => o.Id == l.OportunidadeId && o.ResponsavelId == eu)));
    }
}
