using CrmVoip.Data;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The stages of the pipeline: named, ordered, archived.</summary>
[DaOrganizacao]
[Route("configuracoes/etapas")]
[Authorize(Policy = Permissoes.ConfigurarFunil)]
public sealed class EtapasController(CrmDbContext db, MudarEtapas mudar) : Controller
{
    private const string Lista = "/configuracoes/etapas";

    [HttpGet("criar")]
    public IActionResult Criar() => this.PedirNome(Nova(new NomeForm()));

    [HttpPost("criar")]
    public Task<IActionResult> Criar(NomeForm form, CancellationToken ct) =>
        this.NomearAsync(Nova(form), nome => mudar.IncluirAsync(nome, ct), e => $"Etapa {e.Nome} incluída no fim do funil.");

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } nome ? this.PedirNome(Outro(id, nome, new NomeForm { Nome = nome })) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Renomear(Guid id, NomeForm form, CancellationToken ct) =>
        await NomeAsync(id, ct) is { } antes
            ? await this.NomearAsync(Outro(id, antes, form), nome => mudar.RenomearAsync(id, nome, ct), e => $"A etapa agora se chama {e.Nome}.")
            : NotFound();

    [HttpPost("{id:guid}/subir")]
    public Task<IActionResult> Subir(Guid id, CancellationToken ct) => MoverAsync(id, antes: true, ct);

    [HttpPost("{id:guid}/descer")]
    public Task<IActionResult> Descer(Guid id, CancellationToken ct) => MoverAsync(id, antes: false, ct);

    [HttpGet("{id:guid}/arquivar")]
    public Task<IActionResult> Arquivar(Guid id, CancellationToken ct) => PerguntarAsync(id, new ArquivarEtapaForm(), StatusCodes.Status200OK, ct);

    [HttpPost("{id:guid}/arquivar")]
    public async Task<IActionResult> Arquivar(Guid id, ArquivarEtapaForm form, [FromServices] ArquivarEtapa arquivar, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await PerguntarAsync(id, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var saiu = await arquivar.ExecutarAsync(id, form.Destino!.Value, ct);
        return this.RecusouCampo(saiu.Recusa)
            ? await PerguntarAsync(id, form, StatusCodes.Status422UnprocessableEntity, ct)
            : this.Responder(saiu, etapa => this.IrPara(ConfiguracoesController.Caminho, Frase(etapa)));
    }

    private async Task<IActionResult> MoverAsync(Guid id, bool antes, CancellationToken ct) =>
        this.Responder(await mudar.MoverAsync(id, antes, ct), _ => LocalRedirect(Request.PathBase + ConfiguracoesController.Caminho));

    private Task<string?> NomeAsync(Guid id, CancellationToken ct) =>
        db.Etapas.Where(e => e.Id == id && e.ArquivadaEm == null).Select(e => (string?)e.Nome).SingleOrDefaultAsync(ct);

    private static NomeDoItem Nova(NomeForm form) => new("Nova etapa", "Incluir", $"{Lista}/criar", form);

    private static NomeDoItem Outro(Guid id, string nome, NomeForm form) => new($"Renomear {nome}", "Salvar", $"{Lista}/{id}", form);

    private async Task<IActionResult> PerguntarAsync(Guid id, ArquivarEtapaForm form, int status, CancellationToken ct)
    {
        var etapas = await db.EtapasDoFunilDaAsync(id, ct);
        return etapas.Find(e => e.Id == id) is { } etapa
            ? this.Tela(
                "Arquivar",
                new SaidaDaEtapa(
                    etapa.Id, etapa.Nome, form,
                    [new SelectListItem("Escolha a etapa", ""), .. etapas.Where(e => e.Id != id).Select(e => new SelectListItem(e.Nome, e.Id.ToString()))]),
                status)
            : NotFound();
    }

    private static string Frase(EtapaQueSaiu etapa) => $"Etapa {etapa.Nome} arquivada." + etapa.Oportunidades switch
    {
        0 => "",
        1 => $" Sua oportunidade foi para {etapa.Para}.",
        var n => $" Suas {n} oportunidades foram para {etapa.Para}.",
    };
}
