using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>What the organization is connected to. For its administrador.</summary>
[DaOrganizacao]
[Route("conexoes")]
[Authorize(Policy = Permissoes.GerirConexoes)]
public sealed class ConexoesController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    private const string Pagina = "/conexoes";

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        ViewData["Passos"] = await db.PrimeirosPassosAsync(atual.UsuarioIdExigido, ct);
        ViewData["Saude"] = await db.SaudeDoFluxoAsync(relogio.GetUtcNow(), ct);
        return View("Index", await db.CartaoAsync(ct));
    }

    [HttpGet("api4com")]
    public async Task<IActionResult> Editar(CancellationToken ct) => Formulario(await db.FormularioAsync(ct), await db.SegredosAsync(ct));

    [HttpPost("api4com")]
    [ProvaRecente]
    [SemTransacao]
    public async Task<IActionResult> Editar(ConexaoForm form, [FromServices] SalvarConexao salvar, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await salvar.ExecutarAsync(form, ct);
                return this.Recarregar(Pagina, "Conexão salva.", await EmLigacaoAsync(ct));
            }
            catch (Api4ComException erro)
            {
                ModelState.AddModelError(CampoDe(erro.Kind), erro.UserMessage);
            }
        }

        form.EsquecerSegredos();
        ModelState.SetModelValue(nameof(form.Token), null, null);
        ModelState.SetModelValue(nameof(form.TurnSenha), null, null);
        return Formulario(form, await db.EmTransacaoAsync(() => db.SegredosAsync(ct), ct), StatusCodes.Status422UnprocessableEntity);
    }

    [HttpPost("api4com/testar")]
    [SemTransacao]
    public async Task<IActionResult> Testar(
        [FromServices] ContaDoProvedor provedor, [FromServices] TestarConexaoSalva testar, CancellationToken ct)
    {
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return this.IrPara(Pagina, "A API4COM não está conectada.");
        }

        try
        {
            var semTelefone = ConexaoDaPagina.De(HttpContext)?.OrigemDoTelefone is null;
            await testar.ExecutarAsync(conta, ct);
            return semTelefone
                ? this.Recarregar(Pagina, "Conexão testada: tudo certo.", await EmLigacaoAsync(ct))
                : this.IrPara(Pagina, "Conexão testada: tudo certo.");
        }
        catch (Api4ComException)
        {
            // The card says what is wrong, and goes on saying it.
            return LocalRedirect(Request.PathBase + Pagina);
        }
    }

    [HttpGet("api4com/desconectar")]
    public IActionResult Desconectar() => this.Tela("Confirmacao", new Confirmacao(
        "Desconectar a API4COM?",
        "Ninguém da organização consegue mais ligar pelo CrmVoip, e as ligações deixam de ser conferidas com a API4COM. O token, o "
            + "domínio SIP e as configurações avançadas são apagados. Ramais, ligações e gravações que já estão aqui continuam, e uma ligação em curso não cai.",
        "Desconectar",
        "/conexoes/api4com/desconectar",
        Pagina));

    [HttpPost("api4com/desconectar")]
    [SemTransacao]
    public async Task<IActionResult> Desconectar([FromServices] DesfazerConexao desfazer, CancellationToken ct)
    {
        await desfazer.ExecutarAsync(ct);
        return this.Recarregar(Pagina, "API4COM desconectada.", await EmLigacaoAsync(ct));
    }

    private static string CampoDe(Api4ComErrorKind kind) =>
        kind is Api4ComErrorKind.TokenRefused or Api4ComErrorKind.NoPermission ? nameof(ConexaoForm.Token) : nameof(ConexaoForm.BaseUrl);

    private Task<bool> EmLigacaoAsync(CancellationToken ct) =>
        db.EmTransacaoAsync(() => db.EstaEmLigacaoAsync(atual.UsuarioIdExigido, relogio.GetUtcNow(), ct), ct);

    private IActionResult Formulario(ConexaoForm form, SegredosSalvos? salvos, int status = StatusCodes.Status200OK)
    {
        ViewData["Salvos"] = salvos;
        return this.Tela("Formulario", form, status);
    }
}
