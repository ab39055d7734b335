using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Signing in beyond the password: the code that follows it, or the passkey instead of both.</summary>
[AllowAnonymous]
[Route("conta")]
public sealed class EntradaController(EntrarComFator entrar, EntrarComChave chaves) : Controller
{
    private const string Inicio = "/conta/entrar";

    [HttpGet("entrar/codigo")]
    public async Task<IActionResult> Codigo(string? returnUrl) =>
        await entrar.QuemAsync() is null ? DeNovo(returnUrl) : View(new CodigoForm { ReturnUrl = returnUrl });

    [HttpPost("entrar/codigo")]
    public async Task<IActionResult> Codigo(CodigoForm form, CancellationToken ct)
    {
        if (await entrar.QuemAsync() is not { } usuario)
        {
            return DeNovo(form.ReturnUrl);
        }

        return !ModelState.IsValid || ModelState.Recusou(await entrar.ExecutarAsync(usuario, form, ct)) ? Recusado(form) : Dentro(form.ReturnUrl);
    }

    [HttpGet("entrar/recuperacao")]
    public async Task<IActionResult> Recuperacao(string? returnUrl) =>
        await entrar.QuemAsync() is null ? DeNovo(returnUrl) : View(new RecuperacaoForm { ReturnUrl = returnUrl });

    [HttpPost("entrar/recuperacao")]
    public async Task<IActionResult> Recuperacao(RecuperacaoForm form, CancellationToken ct)
    {
        if (await entrar.QuemAsync() is not { } usuario)
        {
            return DeNovo(form.ReturnUrl);
        }

        return !ModelState.IsValid || ModelState.Recusou(await entrar.ExecutarAsync(usuario, form, ct)) ? Recusado(form) : Dentro(form.ReturnUrl);
    }

    /// <summary>What the device is asked for: at the door by nobody in particular, inside by who confirms to be the same.</summary>
    [HttpPost("chave/opcoes")]
    public async Task<IActionResult> Opcoes() => Content(await chaves.OpcoesAsync(), "application/json");

    [HttpPost("entrar/chave")]
    public async Task<IActionResult> Chave([FromForm(Name = "Chave")] string? credencial, string? returnUrl, CancellationToken ct)
    {
        if (await chaves.EntrarAsync(credencial, ct) is not { } recusa)
        {
            return Dentro(returnUrl);
        }

        TempData[Avisos.Chave] = recusa.Mensagem;
        return Redirect(Inicio + (returnUrl is null ? "" : QueryString.Create("ReturnUrl", returnUrl)));
    }

    private LocalRedirectResult Dentro(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/conta/continuar");

    private ViewResult Recusado(object form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(form);
    }

    // The password was too long ago, or was never given.
    private RedirectResult DeNovo(string? returnUrl)
    {
        TempData[Avisos.Chave] = "Comece de novo: informe o e-mail e a senha.";
        return Redirect(Inicio + (returnUrl is null ? "" : QueryString.Create("ReturnUrl", returnUrl)));
    }
}
