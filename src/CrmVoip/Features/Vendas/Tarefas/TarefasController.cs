using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>The list of tasks, and the form of one: as pages, or as the dialog's fragment.</summary>
[DaOrganizacao]
[Route("tarefas")]
public sealed class TarefasController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] FiltroDeTarefas filtro, CancellationToken ct)
    {
        var agora = DiaLocal.NoRelogio(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        var lidas = await filtro.Em(db.Tarefas, atual.UsuarioIdExigido, agora).Take(FolhaExtensions.Linhas + 1).ComoLinhas().ToListAsync(ct);
        Response.Headers.CacheControl = "no-store";
        return View(new TelaDeTarefas(filtro, await db.PessoasAsync(ct), lidas.EmFolha(t => t.Marco), agora));
    }

    [HttpGet("criar")]
    public async Task<IActionResult> Criar(Guid? oportunidadeId, Guid? contatoId, CancellationToken ct)
    {
        var form = new TarefaForm { ResponsavelId = atual.UsuarioId, OportunidadeId = oportunidadeId, ContatoId = contatoId, Quando = PrazoRelativo.Hoje };
        ModelState.Clear();
        return this.Tela("Formulario", await db.FormularioAsync(form, ct));
    }

    [HttpPost("criar")]
    public async Task<IActionResult> Criar(TarefaForm form, [FromServices] CriarTarefa criar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Tela("Formulario", await db.FormularioAsync(form, ct), StatusCodes.Status422UnprocessableEntity);
        }

        var criada = await criar.ExecutarAsync(form.Campos(Hoje, atual.UsuarioIdExigido), new AlvoDaTarefa(form.OportunidadeId, form.ContatoId), ct);
        return this.Responder(criada, tarefa => Feita(form, tarefa, "Tarefa criada."));
    }

    [HttpGet("{id:guid}/editar")]
    public async Task<IActionResult> Editar(Guid id, bool doRegistro, CancellationToken ct)
    {
        if (await db.Tarefas.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } tarefa)
        {
            return NotFound();
        }

        var form = TarefaForm.De(tarefa);
        form.DoRegistro = doRegistro;
        return this.Tela("Formulario", await db.FormularioAsync(form, ct));
    }

    [HttpPost("{id:guid}/editar")]
    public async Task<IActionResult> Editar(Guid id, TarefaForm form, [FromServices] EditarTarefa editar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await db.Tarefas.AnyAsync(t => t.Id == id, ct)
                ? this.Tela("Formulario", await db.FormularioAsync(form, ct), StatusCodes.Status422UnprocessableEntity)
                : NotFound();
        }

        var editada = await editar.ExecutarAsync(id, form.Edicao(Hoje, atual.UsuarioIdExigido), ct);
        return editada.Recusa is EdicaoEmConflito conflito
            ? await ConflitoAsync(id, form, conflito, ct)
            : this.Responder(editada, tarefa => Feita(form, tarefa, "Tarefa salva."));
    }

    [HttpGet("{id:guid}/excluir")]
    public async Task<IActionResult> Excluir(Guid id, CancellationToken ct) =>
        await db.Tarefas.Where(t => t.Id == id).Select(t => t.Texto).SingleOrDefaultAsync(ct) is { } texto
            ? this.Tela("Confirmacao", new Confirmacao("Excluir a tarefa", $"“{texto}” some das listas de todos. O histórico guarda que ela existiu.", "Excluir", $"/tarefas/{id}/excluir", "/tarefas"))
            : NotFound();

    [HttpPost("{id:guid}/excluir")]
    public async Task<IActionResult> Excluir(Guid id, [FromServices] ExcluirTarefa excluir, CancellationToken ct) =>
        await excluir.ExecutarAsync(id, ct) is { } recusa ? this.Recusar(recusa) : this.Concluido("Tarefa excluída.", "/tarefas");

    private DateOnly Hoje => DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);

    // Back to the deal or the contact it was opened from; else the dialog closes over the page, which shows it.
    private IActionResult Feita(TarefaForm form, Tarefa tarefa, string boaNova)
    {
        if (form.DoRegistro && (tarefa.OportunidadeId ?? tarefa.ContatoId) is not null)
        {
            this.Avisar(boaNova);
            return tarefa.OportunidadeId is { } id
                ? RedirectToAction("Detalhe", "Oportunidades", new { id })
                : RedirectToAction("Detalhe", "Contatos", new { id = tarefa.ContatoId });
        }

        return this.Concluido(boaNova, "/tarefas");
    }

    // What was typed stays; the version is the new one, so that a second "Salvar" is a decision.
    private async Task<IActionResult> ConflitoAsync(Guid id, TarefaForm form, EdicaoEmConflito conflito, CancellationToken ct)
    {
        var guardada = await db.Tarefas.AsNoTracking().SingleAsync(t => t.Id == id, ct);
        form.Mostrar(form.Edicao(Hoje, atual.UsuarioIdExigido).Sobre(CamposDaTarefa.De(guardada)));
        form.AbrirSobre(guardada);
        ModelState.Clear();
        this.Oferecer(
            await db.EscolhasDaTarefaAsync(id, atual.UsuarioId, conflito.Campos, ct),
            "Esta tarefa mudou enquanto você editava. Confira e salve de novo para manter a sua versão.");
        return this.Tela("Formulario", await db.FormularioAsync(form, ct), StatusCodes.Status409Conflict);
    }
}
