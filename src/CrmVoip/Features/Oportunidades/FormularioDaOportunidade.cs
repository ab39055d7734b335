using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>The form with its choices. Id is null while the opportunity does not exist.</summary>
public sealed record FormularioDaOportunidade(
    Guid? Id,
    OportunidadeForm Form,
    IReadOnlyList<SelectListItem> Contatos,
    IReadOnlyList<SelectListItem> Responsaveis,
    IReadOnlyList<SelectListItem> Etapas);

public static class FormularioDaOportunidadeConsultas
{
    private const int ContatosOferecidos = 500;

    public static async Task<FormularioDaOportunidade> FormularioAsync(this CrmDbContext db, Guid? id, OportunidadeForm form, CancellationToken ct) =>
        new(
            id,
            form,
            [new SelectListItem("Novo contato", ""), .. await db.ContatosOferecidosAsync(form.ContatoId, ct)],
            await db.ResponsaveisAsync(id, ct),
            await db.EtapasDoFunilPrincipal().Select(e => new SelectListItem(e.Nome, e.Id.ToString())).ToListAsync(ct));

    public static Task<OportunidadeForm?> FormDaOportunidadeAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Oportunidades
            .Where(o => o.Id == id)
            .Select(o => new OportunidadeForm
            {
                Titulo = o.Titulo,
                Valor = Formato.Numero(o.Valor),
                ContatoId = o.ContatoId,
                ResponsavelId = o.ResponsavelId,
                Versao = o.Versao,
            })
            .SingleOrDefaultAsync(ct);

    // Who was deactivated stays responsável until somebody chooses another: a select without the name would choose by itself.
    private static Task<List<SelectListItem>> ResponsaveisAsync(this CrmDbContext db, Guid? oportunidadeId, CancellationToken ct) =>
        db.Membros
            .Where(m => m.Ativo || db.Oportunidades.Any(o => o.Id == oportunidadeId && o.ResponsavelId == m.UsuarioId))
            .OrderBy(m => m.Nome)
            .Select(m => new SelectListItem(m.Ativo ? m.Nome : m.Nome + Responsavel.Desativado, m.UsuarioId.ToString()))
            .ToListAsync(ct);

    // The chosen contact is always offered, even when it is not among the first.
    private static Task<List<SelectListItem>> ContatosOferecidosAsync(this CrmDbContext db, Guid? escolhido, CancellationToken ct) =>
        db.Contatos
            .OrderBy(c => c.Id != escolhido)
            .ThenBy(c => c.Nome)
            .Take(ContatosOferecidos)
            .Select(c => new SelectListItem(c.Empresa == null ? c.Nome : c.Nome + " · " + c.Empresa, c.Id.ToString()))
            .ToListAsync(ct);
}
