using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Restam is null while it is off. Exigem are the organizations that let nobody of this papel in without it.</summary>
public sealed record DuasEtapas(int? Restam, IReadOnlyList<string> Exigem, string? ReturnUrl);

public sealed record NovoAplicativo(LigarForm Form, string Segredo, QrCode Qr);

/// <summary>The codes as they are shown once, and where the person was going.</summary>
public sealed record CodigosNovos(IReadOnlyList<string> Codigos, bool AcabouDeLigar, string? ReturnUrl)
{
    public string Texto => string.Join('\n', Codigos);
}

/// <summary>The second factor of the own account: app, recovery codes.</summary>
[Route("conta/seguranca/duas-etapas")]
public sealed class DuasEtapasController(UserManager<Usuario> usuarios, Autenticadores autenticadores, CodigosDeRecuperacao codigos) : Controller
{
    private const string Pagina = SegundoFatorDaPessoa.Pagina;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? returnUrl, [FromServices] OrganizacoesQueExigem exigem, CancellationToken ct) =>
        await usuarios.GetUserAsync(User) is not { } usuario ? Challenge() : View("DuasEtapas", new DuasEtapas(
            usuario.TwoFactorEnabled ? await codigos.RestamAsync(usuario.Id, ct) : null, await exigem.NomesAsync(usuario.Id, ct), Local(returnUrl)));

    [ProvaRecente]
    [HttpPost("comecar")]
    public async Task<IActionResult> Comecar(string? returnUrl, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is { TwoFactorEnabled: false } usuario)
        {
            await autenticadores.ComecarAsync(usuario, ct);
        }

        return Redirect($"{Pagina}/ligar" + (Local(returnUrl) is { } destino ? QueryString.Create("ReturnUrl", destino) : ""));
    }

    [HttpGet("ligar")]
    public async Task<IActionResult> Ligar(string? returnUrl, CancellationToken ct) =>
        await usuarios.GetUserAsync(User) is { TwoFactorEnabled: false } usuario && await autenticadores.SegredoNovoAsync(usuario.Id, ct) is { } segredo
            ? Tela(usuario, segredo, new LigarForm { ReturnUrl = Local(returnUrl) })
            : Redirect(Pagina);

    [HttpPost("ligar")]
    public async Task<IActionResult> Ligar(LigarForm form, [FromServices] LigarSegundoFator ligar, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { TwoFactorEnabled: false } usuario || await autenticadores.SegredoNovoAsync(usuario.Id, ct) is not { } segredo)
        {
            return Redirect(Pagina);
        }

        if (ModelState.IsValid)
        {
            var ligado = await ligar.ExecutarAsync(usuario, form.Codigo!, ct);
            if (!ModelState.Recusou(ligado.Recusa))
            {
                return View("Codigos", new CodigosNovos(ligado.Valor, AcabouDeLigar: true, Local(form.ReturnUrl)));
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Tela(usuario, segredo, form);
    }

    [ProvaRecente]
    [HttpPost("codigos")]
    public async Task<IActionResult> Codigos(CancellationToken ct) =>
        await usuarios.GetUserAsync(User) is { TwoFactorEnabled: true } usuario
            ? View("Codigos", new CodigosNovos(await codigos.TrocarAsync(usuario.Id, ct), AcabouDeLigar: false, null))
            : Redirect(Pagina);

    [HttpGet("desligar")]
    public async Task<IActionResult> Desligar([FromServices] OrganizacoesQueExigem exigem, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { TwoFactorEnabled: true } usuario)
        {
            return Redirect(Pagina);
        }

        ViewData["Exigem"] = await exigem.NomesAsync(usuario.Id, ct);
        return View(new DesligarForm());
    }

    [HttpPost("desligar")]
    public async Task<IActionResult> Desligar(DesligarForm form, [FromServices] ConferirParaDesligar conferir, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { TwoFactorEnabled: true } usuario)
        {
            return Redirect(Pagina);
        }

        if (!ModelState.IsValid || ModelState.Recusou(await conferir.ExecutarAsync(usuario, form, ct)))
        {
            form.Senha = null;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        TempData[Avisos.Sucesso] = "Verificação em duas etapas desligada.";
        return Redirect(Pagina);
    }

    private string? Local(string? url) => Url.IsLocalUrl(url) ? url : null;

    private ViewResult Tela(Usuario usuario, string segredo, LigarForm form)
    {
        Response.Headers.CacheControl = "no-store";
        return View("Ligar", new NovoAplicativo(form, segredo, QrCode.De(CodigoTemporal.Endereco(usuario, segredo))));
    }
}
