using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// The link of an invitation. Whoever has it may see what it is for; opening it accepts nothing. Unknown, wrong, expired,
/// revoked and used links answer alike.
/// </summary>
[AllowAnonymous]
[Route("conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}")]
public sealed class ConvitesController(
    AceitarConvite aceitar,
    EntrarComSenha entrar,
    UserManager<Usuario> usuarios,
    SignInManager<Usuario> signIn,
    ICorreio correio,
    RegistroDeConta registro) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Index([FromRoute] LinkDoConvite link, CancellationToken ct) => MostrarAsync(link, ct);

    [HttpPost("")]
    public async Task<IActionResult> Aceitar([FromRoute] LinkDoConvite link, CancellationToken ct) =>
        await usuarios.GetUserAsync(User) is { } usuario && await EntrarNaOrganizacaoAsync(link, usuario, ct) is { } quadro
            ? quadro
            : await MostrarAsync(link, ct, status: StatusCodes.Status409Conflict);

    /// <summary>Makes the account of the invited address, signs it in and accepts.</summary>
    [HttpPost("conta")]
    public async Task<IActionResult> CriarConta([FromRoute] LinkDoConvite link, NovaContaForm form, [FromServices] CriarConta criar, CancellationToken ct)
    {
        if (await aceitar.LerAsync(link, ct) is not { } convite)
        {
            return SemValor();
        }

        form.Email = convite.Email;
        if (ModelState.IsValid
            && PodeCriar(convite)
            && await ContaAsync(convite, form, criar, ct) is { } usuario
            && await EntrarNaOrganizacaoAsync(link, usuario, ct) is { } quadro)
        {
            return quadro;
        }

        return await MostrarAsync(link, ct, form, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Sends the invited address the link that nobody else has.</summary>
    [HttpPost("enviar")]
    public async Task<IActionResult> Enviar([FromRoute] LinkDoConvite link, [FromServices] EnviarProvaDoConvite enviar, CancellationToken ct)
    {
        if (await aceitar.LerAsync(link, ct) is not { Situacao: SituacaoDoConvite.Pendente } convite)
        {
            return SemValor();
        }

        this.AvisarDepois(await enviar.ExecutarAsync(link, convite, ct), $"Enviamos o link para {convite.Email}. Abra a mensagem para continuar.");
        return RedirectToAction(nameof(Index), new { link.OrganizacaoId, link.Id, link.Segredo });
    }

    /// <summary>Signs out and comes back, for the invited person to enter.</summary>
    [HttpPost("sair")]
    public async Task<IActionResult> Sair([FromRoute] LinkDoConvite link, CancellationToken ct)
    {
        await registro.GravarAsync(OrganizacaoMiddleware.UsuarioId(User), Acoes.Conta.Saiu, ct);
        await signIn.SignOutAsync();
        return RedirectToAction(nameof(Index), new { link.OrganizacaoId, link.Id, link.Segredo });
    }

    private async Task<IActionResult> MostrarAsync(LinkDoConvite link, CancellationToken ct, NovaContaForm? form = null, int status = StatusCodes.Status200OK)
    {
        if (await aceitar.LerAsync(link, ct) is not { } convite)
        {
            return SemValor();
        }

        var conectado = await usuarios.GetUserAsync(User);
        if (convite.JaMembro is { } membro && membro == conectado?.Id)
        {
            return LocalRedirect(Quadro(convite.Organizacao.Slug));
        }

        if (convite.Situacao != SituacaoDoConvite.Pendente)
        {
            return SemValor();
        }

        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        return View("Convite", new TelaDoConvite(convite, await PassoAsync(convite, conectado), conectado, form ?? new NovaContaForm { Email = convite.Email }));
    }

    private async Task<PassoDoConvite> PassoAsync(ConviteLido convite, Usuario? conectado)
    {
        if (conectado is not null)
        {
            return string.Equals(conectado.Email, convite.Email, StringComparison.OrdinalIgnoreCase) ? PassoDoConvite.Aceitar : PassoDoConvite.TrocarDePessoa;
        }

        return !PodeCriar(convite) ? PassoDoConvite.ProvarOEndereco
            : convite.Provado && await usuarios.FindByEmailAsync(convite.Email) is not null ? PassoDoConvite.Entrar
            : PassoDoConvite.CriarConta;
    }

    // Where no mail is sent nobody can prove an address: the form is the same for all, and the link is what there is.
    private bool PodeCriar(ConviteLido convite) => convite.Provado || !correio.Configurado;

    /// <summary>The new account, signed in; null with what stands in the way.</summary>
    private async Task<Usuario?> ContaAsync(ConviteLido convite, NovaContaForm form, CriarConta criar, CancellationToken ct)
    {
        if (convite.Situacao == SituacaoDoConvite.Pendente)
        {
            var conta = await criar.ExecutarAsync(form, new NovaConta(convite.Organizacao.Nome, convite.Provado), ct);
            if (!ModelState.Recusou(conta.Recusa))
            {
                await signIn.SignInAsync(conta.Valor, isPersistent: true);
                await registro.GravarAsync(conta.Valor.Id, Acoes.Conta.Entrou, ct);
                return conta.Valor;
            }
        }

        // The second of two clicks: the first has made the account, with this password.
        var entrada = await entrar.ExecutarAsync(new EntrarForm { Email = convite.Email, Senha = form.Senha! });
        return entrada.Recusa is null && entrada.Valor == PassoDaEntrada.Dentro
            ? await usuarios.FindByEmailAsync(convite.Email)
            : null;
    }

    /// <summary>Accepts, and leads to the board; null when it was refused.</summary>
    private async Task<IActionResult?> EntrarNaOrganizacaoAsync(LinkDoConvite link, Usuario usuario, CancellationToken ct)
    {
        var aceito = await aceitar.ExecutarAsync(link, usuario, ct);
        if (aceito.Recusa is not null)
        {
            return null;
        }

        usuario.UltimaOrganizacao = aceito.Valor.Slug;
        await usuarios.UpdateAsync(usuario);
        return LocalRedirect(Quadro(aceito.Valor.Slug));
    }

    private ViewResult SemValor()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers.CacheControl = "no-store";
        return View("ConviteSemValor");
    }

    private static string Quadro(string slug) => $"/o/{slug}/oportunidades";
}
