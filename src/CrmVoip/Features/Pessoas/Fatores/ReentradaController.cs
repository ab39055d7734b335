using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>
/// Signing in again over the page that is open, with all that was typed in it: fragments for app/pessoas/reentrada.js. 204: the person
/// is in, and the first question then answers with the antiforgery token of the new session.
/// </summary>
[AllowAnonymous]
[Route("conta/reentrar")]
public sealed class ReentradaController(EntrarComFator fatores, EntrarComChave chaves) : Controller
{
    [HttpGet("")]
    public IActionResult Index([FromServices] IAntiforgery antiforgery)
    {
        Response.Headers.CacheControl = "no-store";
        return OrganizacaoMiddleware.UsuarioId(User) is { } pessoa
            ? Json(new { pessoa, token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken })
            : PartialView("_Reentrada");
    }

    [HttpPost("")]
    public async Task<IActionResult> Senha(ReentradaForm form, [FromServices] EntrarComSenha entrar)
    {
        if (ModelState.IsValid)
        {
            var entrada = await entrar.ExecutarAsync(new EntrarForm { Email = form.Email, Senha = form.Senha }, form.Pessoa ?? Guid.Empty);
            if (!ModelState.Recusou(entrada.Recusa))
            {
                return entrada.Valor == PassoDaEntrada.PedeCodigo ? PartialView("_ReentradaCodigo") : NoContent();
            }
        }

        return Recusar("_Reentrada");
    }

    [HttpPost("codigo")]
    public async Task<IActionResult> Codigo(ReentradaCodigoForm form, CancellationToken ct)
    {
        if (await fatores.QuemAsync() is not { } usuario || usuario.Id != form.Pessoa)
        {
            ModelState.AddModelError(nameof(ReentradaForm.Senha), "Comece de novo: informe a senha.");
            return PartialView("_Reentrada");
        }

        if (ModelState.IsValid)
        {
            var recusa = ProvaDeIdentidade.EhCodigo(Digitado.Limpar(form.Codigo))
                ? await fatores.ExecutarAsync(usuario, new CodigoForm { Codigo = form.Codigo }, ct)
                : await fatores.ExecutarAsync(usuario, new RecuperacaoForm { Codigo = form.Codigo }, ct);
            if (!ModelState.Recusou(recusa))
            {
                return NoContent();
            }
        }

        return Recusar("_ReentradaCodigo");
    }

    [HttpPost("chave")]
    public async Task<IActionResult> Chave([FromForm(Name = "Chave")] string? credencial, Guid? pessoa, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credencial))
        {
            return PartialView("_Reentrada");
        }

        return ModelState.Recusou(await chaves.EntrarAsync(credencial, pessoa ?? Guid.Empty, ct)) ? Recusar("_Reentrada") : NoContent();
    }

    private PartialViewResult Recusar(string fragmento)
    {
        var resposta = PartialView(fragmento);
        resposta.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return resposta;
    }
}
