using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Fatores;

public sealed record TelaDasChaves(IReadOnlyList<ChaveNaLista> Chaves, string FusoHorario);

public sealed class NomeDaChaveForm
{
    [Display(Name = "Nome da chave")]
    public string? Nome { get; set; }
}

public sealed class NomeDaChaveFormValidator : AbstractValidator<NomeDaChaveForm>
{
    public NomeDaChaveFormValidator() => RuleFor(f => f.Nome).Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Dê um nome à chave.").Ate(ChaveDeAcesso.NomeMaximo);
}

/// <summary>The passkeys of the own account.</summary>
[Route("conta/seguranca/chaves")]
public sealed class ChavesController(UserManager<Usuario> usuarios, ChavesDaConta chaves) : Controller
{
    private const string Pagina = "/conta/seguranca/chaves";

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] ResolvedorDeOrganizacao resolvedor, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return Challenge();
        }

        return View("Chaves", new TelaDasChaves(await chaves.ListarAsync(usuario, ct), await resolvedor.FusoAsync(usuario, ct)));
    }

    [ProvaRecente]
    [HttpPost("opcoes")]
    public async Task<IActionResult> Opcoes() =>
        await usuarios.GetUserAsync(User) is { } usuario ? Content(await chaves.OpcoesAsync(usuario), "application/json") : Challenge();

    [ProvaRecente]
    [HttpPost("")]
    public async Task<IActionResult> Incluir([FromForm(Name = "Chave")] string? credencial, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario)
        {
            return Challenge();
        }

        this.AvisarDepois(await chaves.IncluirAsync(usuario, credencial, ct), "Chave de acesso incluída. Agora você entra com ela, sem senha.");
        return Redirect(Pagina);
    }

    [HttpGet("{id}")]
    public async Task<IActionResult> Renomear(string id) =>
        await usuarios.GetUserAsync(User) is { } usuario && await chaves.AcharAsync(usuario, id) is { } chave
            ? View(new NomeDaChaveForm { Nome = chave.Name })
            : NotFound();

    [HttpPost("{id}")]
    public async Task<IActionResult> Renomear(string id, NomeDaChaveForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(form);
        }

        return await usuarios.GetUserAsync(User) is { } usuario && await chaves.RenomearAsync(usuario, id, form.Nome!) ? Redirect(Pagina) : NotFound();
    }

    [HttpGet("{id}/remover")]
    public async Task<IActionResult> Remover(string id) =>
        await usuarios.GetUserAsync(User) is { } usuario && await chaves.AcharAsync(usuario, id) is { } chave
            ? View("Remover", new Confirmacao(
                "Remover a chave de acesso?",
                $"“{chave.Name}” deixa de abrir a sua conta. Apague-a também no aparelho ou no gerenciador de senhas onde ela está guardada.",
                "Remover",
                $"{Pagina}/{id}/remover",
                Pagina))
            : NotFound();

    [ProvaRecente]
    [HttpPost("{id}/remover")]
    public async Task<IActionResult> Remover(string id, CancellationToken ct)
    {
        if (await usuarios.GetUserAsync(User) is not { } usuario || !await chaves.RemoverAsync(usuario, id, ct))
        {
            return NotFound();
        }

        TempData[Avisos.Sucesso] = "Chave de acesso removida.";
        return Redirect(Pagina);
    }
}
