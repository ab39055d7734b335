using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The buttons of a list whose items are ordered, archived and restored.</summary>
public abstract class ArquivaveisController<T, TMudar>(TMudar mudar) : Controller
    where T : class, IItemArquivavel
    where TMudar : MudarArquivaveis<T>
{
    protected TMudar Mudar { get; } = mudar;

    [HttpPost("{id:guid}/subir")]
    public async Task<IActionResult> Subir(Guid id, CancellationToken ct) => Voltar(await Mudar.MoverAsync(id, antes: true, ct));

    [HttpPost("{id:guid}/descer")]
    public async Task<IActionResult> Descer(Guid id, CancellationToken ct) => Voltar(await Mudar.MoverAsync(id, antes: false, ct));

    [HttpPost("{id:guid}/arquivar")]
    public async Task<IActionResult> Arquivar(Guid id, CancellationToken ct) => Voltar(await Mudar.ArquivarAsync(id, ct));

    [HttpPost("{id:guid}/restaurar")]
    public async Task<IActionResult> Restaurar(Guid id, CancellationToken ct) => Voltar(await Mudar.RestaurarAsync(id, ct));

    private IActionResult Voltar(Resultado<T> mudado) => this.Responder(mudado, _ => LocalRedirect(Request.PathBase + ConfiguracoesController.Caminho));
}
