using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Proves the address of the account that is signed in. The link alone proves nothing: somebody who never made that account must not
/// confirm it by opening a mail.
/// </summary>
[Route("conta/confirmar")]
public sealed class ConfirmacaoController(UserManager<Usuario> usuarios, ProvaDeEndereco provas) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Pedir([FromServices] PedirConfirmacao pedir, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return Challenge();
        }

        this.AvisarDepois(await pedir.ExecutarAsync(usuario, ct), $"Enviamos o link para {usuario.Email}. Ele vale por 24 horas.");
        return RedirectToAction(nameof(SegurancaController.Index), "Seguranca");
    }

    [HttpGet("{token}")]
    public async Task<IActionResult> Confirmar(string token) =>
        await usuarios.GetUserAsync(User) is not { } usuario ? Challenge()
        : usuario.EmailConfirmed ? RedirectToAction(nameof(SegurancaController.Index), "Seguranca")
        : provas.Vale(usuario, token) ? Tela(usuario)
        : Vencida(usuario);

    [HttpPost("{token}")]
    public async Task<IActionResult> Confirmar(
        string token, [FromServices] EnderecoConfirmado endereco, [FromServices] RegistroDeConta registro, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return Challenge();
        }

        if (!usuario.EmailConfirmed && !provas.Vale(usuario, token))
        {
            return Vencida(usuario);
        }

        if (!usuario.EmailConfirmed)
        {
            await endereco.ConfirmarAsync(usuario);
            await registro.GravarAsync(usuario.Id, Acoes.Conta.EmailConfirmado, ct);
        }

        TempData[Avisos.Sucesso] = "E-mail confirmado.";
        return RedirectToAction(nameof(ContaController.Continuar), "Conta");
    }

    // The address is the secret, as in SenhaController.
    private ViewResult Tela(Usuario usuario)
    {
        Response.Headers.CacheControl = "no-store";
        return View("ConfirmarEmail", usuario);
    }

    private ViewResult Vencida(Usuario usuario)
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("ConfirmacaoVencida", usuario);
    }
}
