using System.Data.Common;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Makes organizations: with a new account, or for who has one. The account comes first and is kept when the organization
/// fails, so that trying again is the second form and never a second account.
/// </summary>
[Route("conta")]
public sealed partial class CadastroController(
    SignInManager<Usuario> signIn,
    UserManager<Usuario> usuarios,
    CriarConta criarConta,
    CriarOrganizacao criarOrganizacao,
    ICorreio correio,
    RegistroDeConta registro,
    IOptions<OpcoesDaConta> opcoes,
    ILogger<CadastroController> log) : Controller
{
    private bool Fechado => !opcoes.Value.CadastroAberto;

    [AllowAnonymous]
    [HttpGet("criar")]
    public IActionResult Criar() =>
        Fechado ? CadastroFechado()
        : User.Identity?.IsAuthenticated == true ? RedirectToAction(nameof(CriarOrganizacao))
        : View(new CadastroForm());

    [AllowAnonymous]
    [HttpPost("criar")]
    public async Task<IActionResult> Criar(CadastroForm form, [FromServices] PedirConta pedir, CancellationToken ct)
    {
        if (Fechado)
        {
            return CadastroFechado();
        }

        if (!ModelState.IsValid)
        {
            return Recusar(nameof(Criar), form);
        }

        if (correio.Configurado)
        {
            await pedir.ExecutarAsync(form, ct);
            return View("CadastroPedido", form);
        }

        var conta = await criarConta.ExecutarAsync(form, new NovaConta(form.Organizacao!, EmailProvado: false), ct);
        return conta.Recusa is { } recusa ? Recusar(nameof(Criar), form, recusa) : await EstrearAsync(conta.Valor, form.Organizacao, form.Slug, ct);
    }

    [AllowAnonymous]
    [HttpGet("criar/{id:guid}/{token}")]
    public async Task<IActionResult> Terminar(Guid id, string token, [FromServices] PedirConta pedidos, CancellationToken ct) =>
        await pedidos.LerAsync(id, token, ct) is { } pedido ? Terminar(pedido, new TerminarCadastroForm()) : CadastroVencido();

    /// <summary>The link proved the address: the account is made with it, signed in, and the organization follows.</summary>
    [AllowAnonymous]
    [HttpPost("criar/{id:guid}/{token}")]
    public async Task<IActionResult> Terminar(Guid id, string token, TerminarCadastroForm form, [FromServices] PedirConta pedidos, CancellationToken ct)
    {
        if (await pedidos.LerAsync(id, token, ct) is not { } pedido)
        {
            return CadastroVencido();
        }

        if (ModelState.IsValid)
        {
            var nova = new NovaContaForm { Nome = pedido.Nome, Email = pedido.Email, Senha = form.Senha };
            var conta = await criarConta.ExecutarAsync(nova, new NovaConta(pedido.Organizacao, EmailProvado: true), ct);
            if (!ModelState.Recusou(conta.Recusa, campo: nameof(form.Senha)))
            {
                await pedidos.EsquecerAsync(pedido, ct);
                return await EstrearAsync(conta.Valor, pedido.Organizacao, pedido.Slug, ct);
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Terminar(pedido, form);
    }

    private ViewResult Terminar(PedidoDeConta pedido, TerminarCadastroForm form)
    {
        Response.Headers.CacheControl = "no-store";
        ViewData["Email"] = pedido.Email;
        ViewData["Organizacao"] = pedido.Organizacao;
        return View(nameof(Terminar), form);
    }

    private async Task<IActionResult> EstrearAsync(Usuario usuario, string? organizacao, string? slug, CancellationToken ct)
    {
        await signIn.SignInAsync(usuario, isPersistent: true);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.Entrou, ct);
        return await CriarParaAsync(usuario, new NovaOrganizacaoForm { Organizacao = organizacao, Slug = slug }, contaNova: true, ct);
    }

    [HttpGet("organizacoes/criar")]
    public IActionResult CriarOrganizacao() => Fechado ? CadastroFechado() : View(new NovaOrganizacaoForm());

    [HttpPost("organizacoes/criar")]
    public async Task<IActionResult> CriarOrganizacao(NovaOrganizacaoForm form, CancellationToken ct) =>
        Fechado ? CadastroFechado()
        : !ModelState.IsValid ? Recusar(nameof(CriarOrganizacao), form)
        : await usuarios.GetUserAsync(User) is { } usuario ? await CriarParaAsync(usuario, form, contaNova: false, ct)
        : Challenge();

    private async Task<IActionResult> CriarParaAsync(Usuario usuario, NovaOrganizacaoForm form, bool contaNova, CancellationToken ct)
    {
        ViewData["ContaNova"] = contaNova;
        var criada = await TentarAsync(usuario, form, ct);
        if (criada.Recusa is { } recusa)
        {
            return Recusar(nameof(CriarOrganizacao), form, recusa);
        }

        usuario.UltimaOrganizacao = criada.Valor.Slug;
        await usuarios.UpdateAsync(usuario);
        return LocalRedirect($"/o/{usuario.UltimaOrganizacao}/oportunidades");
    }

    private async Task<Resultado<Organizacao>> TentarAsync(Usuario usuario, NovaOrganizacaoForm form, CancellationToken ct)
    {
        try
        {
            return await criarOrganizacao.ExecutarAsync(usuario, form, ct);
        }
        catch (Exception erro) when (DoBanco(erro))
        {
            // An error page would drop the session of the account that was just made, and with it the way to try again.
            NaoCriou(log, erro);
            return Recusa.SemCampo("A organização não pôde ser criada agora. Tente de novo em instantes.");
        }
    }

    private static bool DoBanco(Exception erro) =>
        erro is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException };

    private ViewResult Recusar(string tela, object form, Recusa? recusa = null)
    {
        ModelState.Recusou(recusa);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(tela, form);
    }

    private ViewResult CadastroVencido()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View(nameof(CadastroVencido));
    }

    private ViewResult CadastroFechado()
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View(nameof(CadastroFechado));
    }

    [LoggerMessage(LogLevel.Error, "An organization could not be made.")]
    private static partial void NaoCriou(ILogger log, Exception erro);
}
