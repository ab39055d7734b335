using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Conta;

public sealed record Seguranca(Usuario Usuario, string FusoHorario, TrocarSenhaForm Form)
{
    /// <summary>The address, while it is not proven.</summary>
    public string? PorConfirmar { get; init; }

    public required DateTimeOffset Agora { get; init; }

    public required IReadOnlyList<SessaoListada> Sessoes { get; init; }

    public required IReadOnlyList<FatoDaConta> Fatos { get; init; }
}

/// <summary>The person's own account: what happened with it, its password, its sessions.</summary>
[Route("conta/seguranca")]
public sealed class SegurancaController(
    UserManager<Usuario> usuarios,
    ContasDbContext contas,
    EnderecoConfirmado endereco,
    ResolvedorDeOrganizacao resolvedor,
    OrganizacaoAtual atual,
    TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        await usuarios.GetUserAsync(User) is { } usuario ? await TelaAsync(usuario, new TrocarSenhaForm(), ct) : Challenge();

    [HttpPost("")]
    public async Task<IActionResult> Index(TrocarSenhaForm form, [FromServices] TrocarSenha trocar, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return Challenge();
        }

        if (!ModelState.IsValid || ModelState.Recusou(await trocar.ExecutarAsync(usuario, form, ct)))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await TelaAsync(usuario, form, ct);
        }

        TempData[Avisos.Sucesso] = "Senha trocada. Os outros aparelhos precisam entrar de novo.";
        return RedirectToAction(nameof(Index));
    }

    [HttpGet("sair-de-tudo")]
    public IActionResult SairDeTudo() => View(new Confirmacao(
        "Sair de todos os aparelhos?",
        "Encerra sua sessão em todos os navegadores, inclusive neste. Uma ligação em andamento neste navegador cai. Para voltar, entre com sua senha.",
        "Sair de todos os aparelhos",
        "/conta/seguranca/sair-de-tudo",
        "/conta/seguranca"));

    [HttpPost("sair-de-tudo")]
    public async Task<IActionResult> SairDeTudo([FromServices] SairDeTudo sair, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return Challenge();
        }

        await sair.ExecutarAsync(usuario, ct);
        TempData[Avisos.Sucesso] = "Você saiu de todos os aparelhos.";
        return RedirectToAction(nameof(ContaController.Entrar), "Conta");
    }

    [HttpPost("sessoes/{id:guid}/encerrar")]
    public async Task<IActionResult> EncerrarSessao(Guid id, [FromServices] EncerrarSessao encerrar, CancellationToken ct)
    {
        if (!await encerrar.ExecutarAsync(atual.UsuarioIdExigido, id, ct))
        {
            return NotFound();
        }

        TempData[Avisos.Sucesso] = "Sessão encerrada.";
        return RedirectToAction(nameof(Index));
    }

    // Times are shown where the person works.
    private async Task<IActionResult> TelaAsync(Usuario usuario, TrocarSenhaForm form, CancellationToken ct)
    {
        var fuso = await resolvedor.FusoAsync(usuario, ct);
        var agora = relogio.GetUtcNow();
        return View(nameof(Seguranca), new Seguranca(usuario, fuso, form)
        {
            Agora = agora,
            PorConfirmar = await endereco.FaltaAsync(usuario.Id, ct),
            Sessoes = await contas.SessoesAbertasAsync(usuario.Id, SessaoDoPedido.De(HttpContext)?.Id, agora, ct),
            Fatos = await contas.UltimosFatosAsync(usuario.Id, ct),
        });
    }
}
