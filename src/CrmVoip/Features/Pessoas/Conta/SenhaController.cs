using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>The way back for who forgot the password: ask for a link, set a new password with it.</summary>
[AllowAnonymous]
[Route("conta")]
public sealed class SenhaController(
    UserManager<Usuario> usuarios, TokenDeSenha tokens, ICorreio correio) : Controller
{
    [HttpGet("recuperar")]
    public IActionResult Recuperar() => correio.Configurado ? View(new RecuperarForm()) : View("RecuperarSemCorreio");

    [HttpPost("recuperar")]
    public async Task<IActionResult> Recuperar(RecuperarForm form, [FromServices] PedirRecuperacao pedir, CancellationToken ct)
    {
        if (!correio.Configurado)
        {
            return View("RecuperarSemCorreio");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        await pedir.ExecutarAsync(form.Email!, ct);
        return View("RecuperacaoPedida", form);
    }

    [HttpGet("redefinir/{usuarioId:guid}/{token}")]
    public async Task<IActionResult> Redefinir(Guid usuarioId, string token) =>
        await DonoAsync(usuarioId, token) is { } usuario ? Formulario(usuario, new RedefinirForm()) : LinkVencido();

    [HttpPost("redefinir/{usuarioId:guid}/{token}")]
    public async Task<IActionResult> Redefinir(
        Guid usuarioId, string token, RedefinirForm form, [FromServices] RedefinirSenha redefinir, CancellationToken ct)
    {
        if (await DonoAsync(usuarioId, token) is not { } usuario)
        {
            return LinkVencido();
        }

        if (!ModelState.IsValid || ModelState.Recusou(await redefinir.ExecutarAsync(usuario, token, form.NovaSenha!, ct)))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Formulario(usuario, form);
        }

        TempData[Avisos.Sucesso] = "Senha trocada. Entre com a nova.";
        return RedirectToAction(nameof(ContaController.Entrar), "Conta");
    }

    private async Task<Usuario?> DonoAsync(Guid usuarioId, string token) =>
        await usuarios.FindByIdAsync(usuarioId.ToString()) is { } usuario && tokens.Vale(usuario, token) ? usuario : null;

    // The address is the secret: it must be neither kept nor told to where a link on the page leads.
    private ViewResult Formulario(Usuario usuario, RedefinirForm form)
    {
        Response.Headers.CacheControl = "no-store";
        ViewData["Email"] = usuario.Email;
        return View(nameof(Redefinir), form);
    }

    private ViewResult LinkVencido()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(nameof(LinkVencido));
    }
}
