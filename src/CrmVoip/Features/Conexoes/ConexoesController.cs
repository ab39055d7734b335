using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Conexoes;

/// <summary>What the organization is connected to. For its administrador.</summary>
[DaOrganizacao]
[Route("conexoes")]
[Authorize(Policy = Permissoes.GerirConexoes)]
public sealed class ConexoesController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("Index", await db.CartaoAsync(ct));

    [HttpGet("api4com")]
    public async Task<IActionResult> Editar(CancellationToken ct)
    {
        var salva = await db.CartaoAsync(ct);
        return Formulario(new ConexaoForm { BaseUrl = salva?.BaseUrl ?? Api4ComAccount.DefaultBaseUrl }, salva);
    }

    [HttpPost("api4com")]
    [SemTransacao]
    public async Task<IActionResult> Editar(ConexaoForm form, [FromServices] SalvarConexao salvar, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await salvar.ExecutarAsync(form, ct);
                var emLigacao = await db.EmTransacaoAsync(() => db.EstaEmLigacaoAsync(atual.UsuarioIdExigido, relogio.GetUtcNow(), ct), ct);
                return this.Recarregar("/conexoes", "Conexão salva.", emLigacao);
            }
            catch (Api4ComException erro)
            {
                ModelState.AddModelError(CampoDe(erro.Kind), erro.UserMessage);
            }
        }

        form.Token = null;
        ModelState.SetModelValue(nameof(form.Token), null, null);
        return Formulario(form, await db.EmTransacaoAsync(() => db.CartaoAsync(ct), ct), StatusCodes.Status422UnprocessableEntity);
    }

    private static string CampoDe(Api4ComErrorKind kind) =>
        kind is Api4ComErrorKind.TokenRefused or Api4ComErrorKind.NoPermission ? nameof(ConexaoForm.Token) : nameof(ConexaoForm.BaseUrl);

    private IActionResult Formulario(ConexaoForm form, CartaoDaConexao? salva, int status = StatusCodes.Status200OK)
    {
        ViewData["TokenFinal"] = salva?.TokenFinal;
        return this.Tela("Formulario", form, status);
    }
}
