using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Who may give an opportunity to somebody: its responsável, and whoever may pass those of colleagues. Everybody else asks.</summary>
public static class PassagemDaOportunidade
{
    public static readonly Recusa DeOutraPessoa = new(
        422,
        "oportunidade_de_outra_pessoa",
        "Esta oportunidade é de outra pessoa. Peça a ela em “Pedir esta oportunidade”, ou fale com um gestor.",
        Campo: nameof(OportunidadeForm.ResponsavelId));

    public static bool PodePassar(this OrganizacaoAtual atual, Guid responsavelId) =>
        responsavelId == atual.UsuarioId || atual.PassaTodas();

    public static bool PassaTodas(this OrganizacaoAtual atual) => Permissoes.PodeEmTodas(atual.Exigido.Papel, Permissoes.PassarOportunidades);

    /// <summary>Gives it to somebody, with all open tasks of who had it or with those of `tarefas`, and tells that. To be saved.</summary>
    /// <returns>The tasks that went along.</returns>
    public static IReadOnlyList<Guid> Passar(
        this Auditoria auditoria, Oportunidade oportunidade, string deQuem, (Guid Id, string Nome) paraQuem, DateTimeOffset agora, IReadOnlyList<Guid>? tarefas = null)
    {
        auditoria.Registrar(new OportunidadePassada { De = deQuem, Para = paraQuem.Nome }, oportunidade.Id, oportunidade.Id);
        return oportunidade.PassarPara(paraQuem.Id, agora, tarefas);
    }

    /// <summary>The choices of who may choose, else the one that stands.</summary>
    public static IReadOnlyList<SelectListItem> ResponsaveisPara(this DetalheDaOportunidade detalhe, OrganizacaoAtual atual) => atual.PodePassar(detalhe.ResponsavelId)
        ? detalhe.Responsaveis
        : [.. detalhe.Responsaveis.Where(r => r.Value == detalhe.ResponsavelId.ToString())];
}
