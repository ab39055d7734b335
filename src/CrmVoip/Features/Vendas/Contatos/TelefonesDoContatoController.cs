using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>The telephones of a contact: each answer is their list as it is now.</summary>
[DaOrganizacao]
[Route("contatos/{id:guid}/telefones")]
public sealed class TelefonesDoContatoController(CrmDbContext db, MudarTelefones mudar) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Incluir(Guid id, TelefoneForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await RecusarAsync(id, form, ct);
        }

        var incluido = await mudar.IncluirAsync(id, form, ct);
        if (incluido.Recusa is null && await db.OutroComAsync(id, form.Numero, ct) is { } outro)
        {
            this.Avisar($"{outro.Nome} também tem este telefone.");
        }

        return await MostrarAsync(id, form, incluido, ct);
    }

    [HttpPost("{telefoneId:guid}")]
    public async Task<IActionResult> Editar(Guid id, Guid telefoneId, TelefoneForm form, CancellationToken ct) => ModelState.IsValid
        ? await MostrarAsync(id, form, await mudar.EditarAsync(id, telefoneId, form, ct), ct)
        : await RecusarAsync(id, form, ct);

    [HttpPost("{telefoneId:guid}/remover")]
    public async Task<IActionResult> Remover(Guid id, Guid telefoneId, CancellationToken ct) =>
        await MostrarAsync(id, new TelefoneForm { TelefoneId = telefoneId }, await mudar.RemoverAsync(id, telefoneId, ct), ct);

    [HttpPost("{telefoneId:guid}/principal")]
    public async Task<IActionResult> Principal(Guid id, Guid telefoneId, CancellationToken ct) =>
        await MostrarAsync(id, new TelefoneForm { TelefoneId = telefoneId }, await mudar.TornarPrincipalAsync(id, telefoneId, ct), ct);

    [HttpPost("{telefoneId:guid}/errado")]
    public async Task<IActionResult> Errado(Guid id, Guid telefoneId, CancellationToken ct) =>
        await MostrarAsync(id, new TelefoneForm { TelefoneId = telefoneId }, await mudar.MarcarErradoAsync(id, telefoneId, true, ct), ct);

    [HttpPost("{telefoneId:guid}/certo")]
    public async Task<IActionResult> Certo(Guid id, Guid telefoneId, CancellationToken ct) =>
        await MostrarAsync(id, new TelefoneForm { TelefoneId = telefoneId }, await mudar.MarcarErradoAsync(id, telefoneId, false, ct), ct);

    [HttpPost("{telefoneId:guid}/nao-ligar")]
    public async Task<IActionResult> NaoLigar(Guid id, Guid telefoneId, CancellationToken ct) =>
        await MostrarAsync(id, new TelefoneForm { TelefoneId = telefoneId }, await mudar.NaoLigarAsync(id, telefoneId, true, ct), ct);

    [HttpPost("{telefoneId:guid}/liberar")]
    [Authorize(Policy = Permissoes.LiberarLigacoes)]
    public async Task<IActionResult> Liberar(Guid id, Guid telefoneId, CancellationToken ct) =>
        await MostrarAsync(id, new TelefoneForm { TelefoneId = telefoneId }, await mudar.NaoLigarAsync(id, telefoneId, false, ct), ct);

    private async Task<IActionResult> MostrarAsync(Guid id, TelefoneForm form, Resultado<Contato> resultado, CancellationToken ct)
    {
        if (this.RecusouCampo(resultado.Recusa))
        {
            return await RecusarAsync(id, form, ct);
        }

        if (resultado.Recusa is { } recusa)
        {
            return this.Recusar(recusa);
        }

        ModelState.Clear();
        return Request.EhDeScript()
            ? PartialView("_TelefonesMudados", (await db.FichaAsync(id, ct))! with { Telefone = resultado.Valor.Telefone, Mexido = form.TelefoneId })
            : RedirectToAction(nameof(ContatosController.Detalhe), "Contatos", new { id });
    }

    // What was typed stays, beside what is wrong with it.
    private async Task<IActionResult> RecusarAsync(Guid id, TelefoneForm form, CancellationToken ct)
    {
        if (await db.FichaAsync(id, ct) is not { } ficha)
        {
            return NotFound();
        }

        var fragmento = PartialView("_Telefones", ficha with { Mexido = form.TelefoneId, Digitado = form });
        fragmento.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return fragmento;
    }
}
