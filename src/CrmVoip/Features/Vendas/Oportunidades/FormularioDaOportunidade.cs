using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>
/// The form with its choices. Id is null while the opportunity does not exist. ContatosDemais: not all contacts are among the
/// choices, and one is looked for by its words or digits.
/// </summary>
public sealed record FormularioDaOportunidade(
    Guid? Id,
    OportunidadeForm Form,
    IReadOnlyList<SelectListItem> Contatos,
    IReadOnlyList<SelectListItem> Responsaveis,
    IReadOnlyList<SelectListItem> Etapas,
    bool ContatosDemais)
{
    /// <summary>Who has the typed number already.</summary>
    public IReadOnlyList<ContatoRepetido> Repetidos { get; init; } = [];
}

public static class FormularioDaOportunidadeConsultas
{
    public const int ContatosOferecidos = 50;

    /// <param name="db">The context.</param>
    /// <param name="id">The opportunity, when it exists.</param>
    /// <param name="form">What the fields say.</param>
    /// <param name="contato">Words of a contact that is looked for; the first one found becomes the choice.</param>
    /// <param name="ct">Ends with the request.</param>
    public static async Task<FormularioDaOportunidade> FormularioAsync(
        this CrmDbContext db, Guid? id, OportunidadeForm form, string? contato, CancellationToken ct)
    {
        var contatos = await db.ContatosAsync(form, new Pesquisa(contato), ct);
        return new(
            id,
            form,
            [new SelectListItem("Novo contato", ""), .. contatos.Take(ContatosOferecidos)],
            await db.ResponsaveisAsync(id, ct),
            await db.EtapasDoFunilPrincipal().Select(e => new SelectListItem(e.Nome, e.Id.ToString())).ToListAsync(ct),
            contatos.Count > ContatosOferecidos);
    }

    public static Task<FormularioDaOportunidade> FormularioAsync(this CrmDbContext db, Guid? id, OportunidadeForm form, CancellationToken ct) =>
        db.FormularioAsync(id, form, null, ct);

    /// <summary>Who has the number of the new contact that the form would make; nobody where its person wants it all the same.</summary>
    public static async Task<IReadOnlyList<ContatoRepetido>> JaExistemAsync(this CrmDbContext db, OportunidadeForm form, CancellationToken ct) =>
        form.MesmoAssim || form.ContatoEscolhido is not null ? [] : await db.RepetidosAsync(form.ContatoTelefone, ct);

    // Who was deactivated stays responsável until somebody chooses another: a select without the name would choose by itself.
    // Who may not pass the opportunity on is offered no other.
    private static async Task<List<SelectListItem>> ResponsaveisAsync(this CrmDbContext db, Guid? oportunidadeId, CancellationToken ct)
    {
        var (eu, todas) = (db.Organizacao.UsuarioId, oportunidadeId is null || db.Organizacao.PassaTodas());
        return (await db.Membros
            .Where(m => (m.Ativo && (todas || db.Oportunidades.Any(o => o.Id == oportunidadeId && o.ResponsavelId == eu)))
                || db.Oportunidades.Any(o => o.Id == oportunidadeId && o.ResponsavelId == m.UsuarioId))
            .Select(m => new SelectListItem(m.Ativo ? m.Nome : m.Nome + Responsavel.Desativado, m.UsuarioId.ToString()))
            .ToListAsync(ct)).EmOrdem();
    }

    // The chosen contact is always offered, even when it is not among the first. One more than are shown tells that there are more.
    private static async Task<List<SelectListItem>> ContatosAsync(this CrmDbContext db, OportunidadeForm form, Pesquisa pesquisa, CancellationToken ct)
    {
        var contatos = pesquisa.Vazia ? await db.MaisNovosAsync(ct) : await db.ProcuradosAsync(pesquisa, ct);
        var (escolhido, oferecido) = (form.ContatoId, contatos.Exists(c => c.Value == form.ContatoId.ToString()));
        if (escolhido is not null && !oferecido)
        {
            contatos.InsertRange(Math.Min(contatos.Count, ContatosOferecidos - 1), await db.Contatos.Where(c => c.Id == escolhido).ComoOpcoes().ToListAsync(ct));
        }

        if (!pesquisa.Vazia && !oferecido && contatos.Count > 0)
        {
            form.ContatoId = Guid.Parse(contatos[0].Value);
        }

        return contatos;
    }

    private static async Task<List<SelectListItem>> ProcuradosAsync(this CrmDbContext db, Pesquisa pesquisa, CancellationToken ct) =>
        await db.ContatosAchados(await db.CandidatosAsync(pesquisa, ct)).OrderBy(c => c.Busca).Take(ContatosOferecidos + 1).ComoOpcoes().ToListAsync(ct);

    // Ids are of their time: the newest have the greatest.
    private static async Task<List<SelectListItem>> MaisNovosAsync(this CrmDbContext db, CancellationToken ct) =>
        (await db.Contatos.OrderByDescending(c => c.Id).Take(ContatosOferecidos + 1).ComoOpcoes().ToListAsync(ct)).EmOrdem();

    private static IQueryable<SelectListItem> ComoOpcoes(this IQueryable<Contato> contatos) =>
        contatos.Select(c => new SelectListItem(c.Empresa == null ? c.Nome : c.Nome + " · " + c.Empresa, c.Id.ToString()));
}
