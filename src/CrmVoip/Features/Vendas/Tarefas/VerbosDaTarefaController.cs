using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>What is done to a task with one press, wherever it stands. Each can be taken back.</summary>
[DaOrganizacao]
[Route("tarefas")]
public sealed class VerbosDaTarefaController(OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    private const string Lista = "/tarefas";

    [HttpPost("{id:guid}/concluir")]
    public async Task<IActionResult> Concluir(Guid id, [FromServices] ConcluirTarefa concluir, CancellationToken ct) =>
        this.Responder(await concluir.ExecutarAsync(id, ct), tarefa => this.Mudado($"“{tarefa.Texto}” concluída.", $"/tarefas/{id}/reabrir", Lista));

    [HttpPost("{id:guid}/reabrir")]
    public async Task<IActionResult> Reabrir(Guid id, [FromServices] ReabrirTarefa reabrir, CancellationToken ct) =>
        this.Responder(await reabrir.ExecutarAsync(id, ct), tarefa => this.Mudado($"“{tarefa.Texto}” está aberta de novo.", $"/tarefas/{id}/concluir", Lista));

    /// <param name="id">The task.</param>
    /// <param name="quando">How far, by a button.</param>
    /// <param name="para">The day by its date, "" for none: what taking a move back asks for.</param>
    /// <param name="adiar">Does it.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpPost("{id:guid}/adiar")]
    public async Task<IActionResult> Adiar(Guid id, string? quando, string? para, [FromServices] AdiarTarefa adiar, CancellationToken ct)
    {
        var hoje = DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        var adiada = string.IsNullOrEmpty(quando) && Request.Query.ContainsKey(nameof(para))
            ? await adiar.ParaODiaAsync(id, DiaLocal.Ler(para), ct)
            : await adiar.ExecutarAsync(id, quando, hoje, ct);
        return this.Responder(adiada, feita => this.Mudado(
            $"“{feita.Tarefa.Texto}” fica para {Formato.Prazo(feita.Tarefa.Dia, hoje) ?? "quando der"}.",
            $"/tarefas/{id}/adiar?para={(feita.Antes is { } antes ? $"{antes:yyyy-MM-dd}" : "")}",
            Lista));
    }

    /// <summary>The form beside the tasks of a deal or a contact: answers with itself, empty.</summary>
    [HttpPost("rapida")]
    public async Task<IActionResult> Rapida(TarefaForm form, [FromServices] CriarTarefa criar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            var recusada = PartialView("_Rapida", form);
            recusada.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return recusada;
        }

        var hoje = DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        var criada = await criar.ExecutarAsync(form.Campos(hoje, atual.UsuarioIdExigido), new AlvoDaTarefa(form.OportunidadeId, form.ContatoId), ct);
        return this.Responder(criada, _ => MostrarDeNovo(form));
    }

    private IActionResult MostrarDeNovo(TarefaForm form)
    {
        var resposta = this.Mudado("Tarefa criada.", null, Lista);
        if (!Request.EhDeScript())
        {
            return resposta;
        }

        ModelState.Clear();
        return PartialView("_Rapida", new TarefaForm { OportunidadeId = form.OportunidadeId, ContatoId = form.ContatoId, Quando = PrazoRelativo.Hoje });
    }
}
