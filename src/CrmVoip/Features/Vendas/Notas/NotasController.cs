using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Notas;

/// <summary>Notes about one thing, written and changed in its tab "Histórico".</summary>
public abstract class NotasController(CrmDbContext db, MudarNotas mudar) : Controller
{
    private const string LinhaDoTempo = "_LinhaDoTempo";

    [HttpPost("")]
    public async Task<IActionResult> Escrever(Guid id, NotaForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await MostrarAsync("_Historico", id, t => t with { Nova = form }, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var escrita = await mudar.EscreverAsync(Sobre(id), form.Limpo, ct);
        return await ResponderAsync("_Historico", id, escrita, "Nota salva.", ct);
    }

    /// <summary>The timeline as it is now, beside whatever is being written.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => MostrarAsync(LinhaDoTempo, id, t => t, StatusCodes.Status200OK, ct);

    [HttpGet("{notaId:guid}")]
    public Task<IActionResult> Editar(Guid id, Guid notaId, CancellationToken ct) => MostrarAsync(LinhaDoTempo, id, t => Abrir(t, notaId), StatusCodes.Status200OK, ct, notaId);

    [HttpPost("{notaId:guid}")]
    public async Task<IActionResult> Editar(Guid id, Guid notaId, EdicaoDeNotaForm form, CancellationToken ct)
    {
        TelaDoHistorico? DeNovo(TelaDoHistorico tela) => Mostrada(tela, notaId) is null ? null : tela with { Editando = notaId, Edicao = form };
        if (!ModelState.IsValid)
        {
            return await MostrarAsync(LinhaDoTempo, id, DeNovo, StatusCodes.Status422UnprocessableEntity, ct, notaId);
        }

        var editada = await mudar.EditarAsync(Sobre(id), notaId, NotaForm.Limpar(form.Visto), form.Limpo, ct);
        if (editada.Recusa is NotaEmConflito conflito)
        {
            form.Visto = conflito.Agora;
            ModelState.Clear();
            var escolha = new EscolhaDoCampo("Outra pessoa mudou esta nota enquanto você editava. Salve para manter a sua.", "Manter a minha", "Usar a outra", conflito.Agora);
            this.Oferecer(new Dictionary<string, EscolhaDoCampo> { [nameof(form.Texto)] = escolha }, "");
            return await MostrarAsync(LinhaDoTempo, id, DeNovo, StatusCodes.Status409Conflict, ct, notaId);
        }

        return await ResponderAsync(LinhaDoTempo, id, editada, "Nota salva.", ct);
    }

    [HttpPost("{notaId:guid}/fixar")]
    public async Task<IActionResult> Fixar(Guid id, Guid notaId, CancellationToken ct) =>
        await ResponderAsync(LinhaDoTempo, id, await mudar.FixarAsync(Sobre(id), notaId, true, ct), "Nota fixada no alto.", ct);

    [HttpPost("{notaId:guid}/soltar")]
    public async Task<IActionResult> Soltar(Guid id, Guid notaId, CancellationToken ct) =>
        await ResponderAsync(LinhaDoTempo, id, await mudar.FixarAsync(Sobre(id), notaId, false, ct), "A nota não está mais fixada.", ct);

    [HttpPost("{notaId:guid}/excluir")]
    public async Task<IActionResult> Excluir(Guid id, Guid notaId, CancellationToken ct) =>
        await ResponderAsync(LinhaDoTempo, id, await mudar.RetirarAsync(Sobre(id), notaId, ct), "Nota excluída.", ct, $"{Sobre(id).Pagina}/notas/{notaId}/devolver");

    [HttpPost("{notaId:guid}/devolver")]
    public async Task<IActionResult> Devolver(Guid id, Guid notaId, CancellationToken ct) =>
        await ResponderAsync(LinhaDoTempo, id, await mudar.DevolverAsync(Sobre(id), notaId, ct), "A nota voltou.", ct);

    protected abstract AssuntoDaNota Sobre(Guid id);

    private async Task<IActionResult> ResponderAsync(string vista, Guid id, Resultado<Nota> resultado, string dito, CancellationToken ct, string? desfazer = null)
    {
        if (resultado.Recusa is { } recusa)
        {
            return this.RecusarComAviso(recusa);
        }

        this.Avisar(dito, desfazer);
        ModelState.Clear();
        return Request.EhDeScript()
            ? await MostrarAsync(vista, id, t => t, StatusCodes.Status200OK, ct, resultado.Valor.Id)
            : LocalRedirect(Request.PathBase + Sobre(id).Pagina);
    }

    private async Task<IActionResult> MostrarAsync(
        string vista, Guid id, Func<TelaDoHistorico, TelaDoHistorico?> com, int status, CancellationToken ct, Guid? notaId = null)
    {
        if (await LerAsync(id, notaId, ct) is not { } lida || com(lida) is not { } tela)
        {
            return NotFound();
        }

        var fragmento = PartialView($"/Features/Vendas/Notas/{vista}.cshtml", tela);
        fragmento.StatusCode = status;
        return fragmento;
    }

    // The part of it that stands in the address; back to the note, where that is further back than a page.
    private async Task<TelaDoHistorico?> LerAsync(Guid id, Guid? notaId, CancellationToken ct)
    {
        var filtro = new FiltroDoHistorico { Parte = Request.Query["parte"], Antes = Request.Query["antes"] };
        var tela = await db.TelaDoHistoricoAsync(Sobre(id), filtro, ct);
        return tela is { MaisAntigas: { } fim } && notaId is { } qual && Mostrada(tela, qual) is null
            && await db.Notas.Sobre(tela.Assunto).Where(n => n.Id == qual).Select(n => (DateTimeOffset?)n.CriadaEm).SingleOrDefaultAsync(ct) is { } escritaEm && escritaEm < fim.Em
            ? await db.TelaDoHistoricoAsync(tela.Assunto, filtro with { Ate = escritaEm }, ct)
            : tela;
    }

    private static TelaDoHistorico Abrir(TelaDoHistorico tela, Guid notaId) => Mostrada(tela, notaId) is { } nota
        ? tela with { Editando = notaId, Edicao = new EdicaoDeNotaForm { Texto = nota.Texto, Visto = nota.Texto } }
        : tela;

    // One that somebody took out meanwhile has no form to show again.
    private static NotaDoHistorico? Mostrada(TelaDoHistorico tela, Guid notaId) =>
        tela.Fixadas.Concat(tela.Fatos.Select(f => f.Nota).OfType<NotaDoHistorico>()).FirstOrDefault(n => n.Id == notaId);
}
