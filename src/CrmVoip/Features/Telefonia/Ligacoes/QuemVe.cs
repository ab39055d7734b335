using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Whose calls a person finds in the list of calls, and may correct. The one place to read it; who hears what is in QuemOuve.</summary>
public static class QuemVe
{
    public static bool VeTodasAsLigacoes(this OrganizacaoAtual atual) => Permissoes.PodeEmTodas(atual.Exigido.Papel, Permissoes.VerLigacoes);

    public static IQueryable<Ligacao> Visiveis(this CrmDbContext db, OrganizacaoAtual atual)
    {
        var eu = atual.UsuarioIdExigido;
        return atual.VeTodasAsLigacoes() ? db.Ligacoes : db.Ligacoes.Where(l => l.UsuarioId == eu);
    }
}
