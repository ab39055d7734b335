using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Outcome and note of a call, read and edited where they stand: in the list of calls and in the tab of a deal.</summary>
[DaOrganizacao]
[Route("ligacoes/{id:guid}")]
public sealed class CorrecaoController(CrmDbContext db, OrganizacaoAtual atual) : Controller
{
    [HttpGet("anotacao")]
    public async Task<IActionResult> Anotacao(Guid id, CancellationToken ct) => await ItemAsync(id, ct) is { } ligacao ? Voltar(ligacao) : NotFound();

    [HttpGet("correcao")]
    public async Task<IActionResult> Editar(Guid id, CancellationToken ct) =>
        await ItemAsync(id, ct) is { } ligacao ? await MostrarAsync(ligacao, CorrecaoForm.De(ligacao), StatusCodes.Status200OK, ct) : NotFound();

    [HttpPost("correcao")]
    public async Task<IActionResult> Editar(Guid id, CorrecaoForm form, [FromServices] CorrigirLigacao corrigir, CancellationToken ct)
    {
        if (await ItemAsync(id, ct) is not { } vista)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await MostrarAsync(vista, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var corrigida = await corrigir.ExecutarAsync(id, form.Correcao(), ct);
        if (corrigida.Recusa is CorrecaoEmConflito conflito)
        {
            return await ConflitoAsync(vista, form, conflito, ct);
        }

        if (this.RecusouCampo(corrigida.Recusa))
        {
            return await MostrarAsync(vista, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        if (corrigida.Recusa is { } recusa)
        {
            return this.Recusar(recusa);
        }

        Response.Headers["HX-Trigger-After-Settle"] = "dados-alterados";
        var salva = (await ItemAsync(id, ct))!;
        return form.Continuar ? await MostrarAsync(salva, CorrecaoForm.De(salva), StatusCodes.Status200OK, ct, salvou: true) : Voltar(salva);
    }

    private async Task<IActionResult> ConflitoAsync(ItemDeLigacao guardada, CorrecaoForm form, CorrecaoEmConflito conflito, CancellationToken ct)
    {
        form.AbrirSobre(guardada);
        ModelState.Clear();
        var quem = conflito.Quem ?? "Outra pessoa";
        if (conflito.Resultado)
        {
            ModelState.AddModelError(nameof(form.ResultadoId), $"{quem} mudou o resultado para {guardada.Resultado ?? "sem resultado"}. Salve para manter a sua escolha, ou escolha outro.");
        }

        if (conflito.Nota)
        {
            var escolha = new EscolhaDoCampo(
                guardada.Notas is null ? $"{quem} apagou a nota." : $"{quem} mudou a nota para “{guardada.Notas}”.", "Manter a minha", guardada.Notas is null ? "Deixar vazia" : "Usar a outra", guardada.Notas ?? "");
            this.Oferecer(new Dictionary<string, EscolhaDoCampo> { [nameof(form.Nota)] = escolha }, "");
        }

        return await MostrarAsync(guardada, form, StatusCodes.Status409Conflict, ct);
    }

    private Task<ItemDeLigacao?> ItemAsync(Guid id, CancellationToken ct) =>
        db.Visiveis(atual).Where(l => l.Id == id).ComoItens(db, atual).SingleOrDefaultAsync(ct);

    private PartialViewResult Voltar(ItemDeLigacao ligacao)
    {
        ViewData["Voltou"] = true;
        ModelState.Clear();
        return Fragmento("_Anotacao", ligacao, StatusCodes.Status200OK);
    }

    private async Task<IActionResult> MostrarAsync(ItemDeLigacao ligacao, CorrecaoForm form, int status, CancellationToken ct, bool salvou = false)
    {
        var resultados = await db.ResultadosDaListaAsync(ct);
        if (status == StatusCodes.Status200OK)
        {
            ModelState.Clear();
        }

        return Fragmento("_Correcao", new TelaDaCorrecao(ligacao, form, resultados) { Salva = salvou }, status);
    }

    private PartialViewResult Fragmento(string nome, object modelo, int status)
    {
        Response.Headers.CacheControl = "no-store";
        var fragmento = PartialView(nome, modelo);
        fragmento.StatusCode = status;
        return fragmento;
    }
}
