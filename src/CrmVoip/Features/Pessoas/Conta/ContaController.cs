using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Sign in, sign out, choose the organization. Outside any organization.</summary>
[Route("conta")]
public sealed class ContaController(
    SignInManager<Usuario> signIn,
    UserManager<Usuario> usuarios,
    ResolvedorDeOrganizacao resolvedor,
    OrganizacaoAtual atual,
    RegistroDeConta registro) : Controller
{
    private const string Quadro = "/oportunidades";

    [AllowAnonymous]
    [HttpGet("/")]
    public IActionResult Inicio() => RedirectToAction(nameof(Continuar));

    [AllowAnonymous]
    [HttpGet("entrar")]
    public IActionResult Entrar(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? Voltar(returnUrl) : View(new EntrarForm { ReturnUrl = returnUrl });

    [AllowAnonymous]
    [HttpPost("entrar")]
    public async Task<IActionResult> Entrar(EntrarForm form, [FromServices] EntrarComSenha entrar)
    {
        if (!ModelState.IsValid)
        {
            return Recusado(form);
        }

        var entrada = await entrar.ExecutarAsync(form);
        return ModelState.Recusou(entrada.Recusa) ? Recusado(form)
            : entrada.Valor == PassoDaEntrada.Dentro ? Voltar(form.ReturnUrl)
            : LocalRedirect("/conta/entrar/codigo" + (Url.IsLocalUrl(form.ReturnUrl) ? QueryString.Create("ReturnUrl", form.ReturnUrl) : ""));
    }

    [HttpPost("sair")]
    public async Task<IActionResult> Sair(CancellationToken ct)
    {
        await registro.GravarAsync(atual.UsuarioId, Acoes.Conta.Saiu, ct);
        await signIn.SignOutAsync();
        return RedirectToAction(nameof(Entrar));
    }

    [HttpGet("organizacoes")]
    public async Task<IActionResult> Organizacoes(CancellationToken ct) =>
        View(await resolvedor.VinculosAsync(atual.UsuarioIdExigido, ct));

    /// <summary>Leads an address without organization to the one used last, or to the choice.</summary>
    [HttpGet("continuar")]
    public async Task<IActionResult> Continuar(string? para, CancellationToken ct)
    {
        var vinculos = await resolvedor.VinculosAsync(atual.UsuarioIdExigido, ct);
        var ultima = (await usuarios.GetUserAsync(User))?.UltimaOrganizacao;
        var escolhida = vinculos.Count == 1 ? vinculos[0] : vinculos.Find(v => v.Slug == ultima);
        return escolhida is null
            ? RedirectToAction(nameof(Organizacoes))
            : LocalRedirect($"/o/{escolhida.Slug}{EnderecoDeVolta.Ler(para) ?? Quadro}");
    }

    [HttpPost("organizacoes/{slug}")]
    public async Task<IActionResult> Escolher(string slug, CancellationToken ct)
    {
        if (await resolvedor.VinculoAsync(atual.UsuarioIdExigido, slug, ct) is null
            || await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return NotFound();
        }

        usuario.UltimaOrganizacao = slug;
        await usuarios.UpdateAsync(usuario);
        return LocalRedirect($"/o/{slug}{Quadro}");
    }

    private ViewResult Recusado(EntrarForm form)
    {
        form.Senha = "";
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Entrar), form);
    }

    private IActionResult Voltar(string? returnUrl) => EnderecoDeVolta.Para(returnUrl) ?? (IActionResult)RedirectToAction(nameof(Continuar));
}
