using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Notas;

/// <summary>Whose notes one edits and takes out: the own ones, and who may do more those of all.</summary>
public static class QuemMudaNotas
{
    public static bool MudaNotaDe(this OrganizacaoAtual atual, Guid autorId) =>
        autorId == atual.UsuarioId || Permissoes.PodeEmTodas(atual.Exigido.Papel, Permissoes.MudarNotas);
}
