using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The form at the head of the tab "Ligações" of a deal or a contact, in which a call made on another telephone is written down.</summary>
[DaOrganizacao]
public sealed class LigacaoAMaoController(CrmDbContext db, OrganizacaoAtual atual, IncluirLigacaoAMao incluir, TimeProvider relogio) : Controller
{
    [HttpGet("oportunidades/{id:guid}/ligacoes/registrar")]
    public Task<IActionResult> DaOportunidade(Guid id, CancellationToken ct) => MostrarAsync(new AssuntoDaLigacao(id, null), null, ct);

    [HttpPost("oportunidades/{id:guid}/ligacoes/registrar")]
    public Task<IActionResult> DaOportunidade(Guid id, LigacaoAMaoForm form, CancellationToken ct) => IncluirAsync(new AssuntoDaLigacao(id, null), form, ct);

    [HttpGet("contatos/{id:guid}/ligacoes/registrar")]
    public Task<IActionResult> DoContato(Guid id, CancellationToken ct) => MostrarAsync(new AssuntoDaLigacao(null, id), null, ct);

    [HttpPost("contatos/{id:guid}/ligacoes/registrar")]
    public Task<IActionResult> DoContato(Guid id, LigacaoAMaoForm form, CancellationToken ct) => IncluirAsync(new AssuntoDaLigacao(null, id), form, ct);

    private async Task<IActionResult> IncluirAsync(AssuntoDaLigacao assunto, LigacaoAMaoForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await MostrarAsync(assunto, form, ct);
        }

        var incluida = await incluir.ExecutarAsync(assunto, form.Numero(), form.Dita(atual.Exigido.FusoHorario), (form.ResultadoId, CorrecaoDaLigacao.Texto(form.Nota)), ct);
        if (incluida.Recusa is { } recusa)
        {
            return this.Recusar(recusa);
        }

        // The tab shows it among the others, and whatever stands behind asks for itself again.
        this.Avisar("Ligação registrada.");
        Response.Headers["HX-Trigger-After-Settle"] = "dados-alterados";
        Response.Headers["HX-Retarget"] = "#painel-ligacoes";
        Response.Headers["HX-Reswap"] = "innerHTML";
        ViewData["Registrou"] = true;
        ModelState.Clear();
        return PartialView(
            "_Ligacoes",
            assunto.OportunidadeId is { } oportunidadeId ? await db.AbaDeLigacoesAsync(oportunidadeId, atual, ct) : await db.AbaDoContatoAsync(assunto.ContatoId!.Value, atual, ct));
    }

    private async Task<IActionResult> MostrarAsync(AssuntoDaLigacao assunto, LigacaoAMaoForm? form, CancellationToken ct)
    {
        if (await db.LigacaoAMaoAsync(assunto, form, DiaLocal.NoRelogio(relogio.GetUtcNow(), atual.Exigido.FusoHorario), ct) is not { } tela)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var fragmento = PartialView("_LigacaoAMao", tela);
        fragmento.StatusCode = form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return fragmento;
    }
}
