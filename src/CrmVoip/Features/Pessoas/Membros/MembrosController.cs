using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>Who works in the organization and with which papel. For its administrador.</summary>
[DaOrganizacao]
[Route("membros")]
[Authorize(Policy = Permissoes.GerirMembros)]
public sealed class MembrosController(CrmDbContext db, OrganizacaoAtual atual, MudarMembro mudar, TimeProvider relogio) : Controller
{
    private const string Lista = "/membros";

    [HttpGet("")]
    public async Task<IActionResult> Index([FromServices] ContasDbContext contas, [FromServices] EnderecoConfirmado endereco, CancellationToken ct)
    {
        var tela = await db.MembrosAsync(relogio.GetUtcNow(), ct);
        return View(tela with
        {
            PorConfirmar = await endereco.FaltaAsync(atual.UsuarioIdExigido, ct),
            ComSegundoFator = await contas.ComSegundoFatorAsync([.. tela.Membros.Select(m => m.Id)], ct),
            Exigem = await db.PapeisComSegundoFatorAsync(ct),
        });
    }

    [HttpGet("{id:guid}/papel")]
    public async Task<IActionResult> Papel(Guid id, CancellationToken ct) =>
        await MembroAsync(id, ct) is { } membro
            ? this.Tela("Papel", ParaMudar(membro, new PapelForm { Papel = membro.Papel }))
            : NotFound();

    [ProvaRecente]
    [HttpPost("{id:guid}/papel")]
    public async Task<IActionResult> Papel(Guid id, PapelForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await MembroAsync(id, ct) is { } lido ? this.Tela("Papel", ParaMudar(lido, form), StatusCodes.Status422UnprocessableEntity) : NotFound();
        }

        return this.Responder(
            await mudar.ExecutarAsync(id, m => MudarPapel(m, form.Papel!.Value), ct),
            membro => this.IrPara(Lista, $"Papel de {membro.Nome}: {Formato.Papel(membro.Papel).ToLowerInvariant()}."));
    }

    [HttpGet("{id:guid}/desativar")]
    public Task<IActionResult> Desativar(Guid id, CancellationToken ct) => PerguntarAsync(id, new SaidaForm(), StatusCodes.Status200OK, ct);

    [HttpPost("{id:guid}/desativar")]
    public async Task<IActionResult> Desativar(Guid id, SaidaForm form, [FromServices] DesativarMembro desativar, CancellationToken ct)
    {
        if (ModelState.IsValid && string.IsNullOrEmpty(form.Sucessor) && await db.SaidaAsync(id, ct) is { Ativo: true, TemAbertas: true })
        {
            ModelState.AddModelError(nameof(form.Sucessor), "Escolha quem fica com o que está aberto, ou deixe como está.");
        }

        if (!ModelState.IsValid)
        {
            return await PerguntarAsync(id, form, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var saiu = await desativar.ExecutarAsync(id, form.SucessorId, ct);
        return this.RecusouCampo(saiu.Recusa)
            ? await PerguntarAsync(id, form, StatusCodes.Status422UnprocessableEntity, ct)
            : this.Responder(saiu, membro => this.IrPara(Lista, $"O acesso de {membro.Nome} terminou."));
    }

    [HttpGet("{id:guid}/reativar")]
    public async Task<IActionResult> Reativar(Guid id, CancellationToken ct) =>
        await MembroAsync(id, ct) is { Ativo: false } membro
            ? this.Tela("Papel", ParaReativar(membro, new PapelForm { Papel = membro.Papel }))
            : NotFound();

    [ProvaRecente]
    [HttpPost("{id:guid}/reativar")]
    public async Task<IActionResult> Reativar(Guid id, PapelForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await MembroAsync(id, ct) is { } lido ? this.Tela("Papel", ParaReativar(lido, form), StatusCodes.Status422UnprocessableEntity) : NotFound();
        }

        return this.Responder(
            await mudar.ExecutarAsync(id, m => Reativar(m, form.Papel!.Value), ct),
            membro => this.IrPara(Lista, $"{membro.Nome} voltou a ter acesso, como {Formato.Papel(membro.Papel).ToLowerInvariant()}."));
    }

    private async Task<IActionResult> PerguntarAsync(Guid id, SaidaForm form, int status, CancellationToken ct)
    {
        if (await db.SaidaAsync(id, ct) is not { Ativo: true } saida)
        {
            return NotFound();
        }

        var emLigacao = await db.EstaEmLigacaoAsync(id, relogio.GetUtcNow(), ct);
        var sucessores = !saida.TemAbertas ? [] : await db.SucessoresAsync(id, saida.Nome, ct);
        return this.Tela("Desativar", new PerguntaDaSaida(id, saida.Nome, ConsequenciasDaSaida.Texto(saida, emLigacao), form, sucessores), status);
    }

    private Task<Membro?> MembroAsync(Guid id, CancellationToken ct) => db.Membros.AsNoTracking().SingleOrDefaultAsync(m => m.UsuarioId == id, ct);

    private static MembroPapel? MudarPapel(Membro membro, Papel papel)
    {
        if (!membro.Ativo)
        {
            throw new RegraVioladaException($"{membro.Nome} está com o acesso desativado. Reative para escolher o papel.");
        }

        var de = membro.Papel;
        membro.MudarPapel(papel);
        return de == papel ? null : new MembroPapel { De = de, Para = papel };
    }

    private static MembroReativado Reativar(Membro membro, Papel papel)
    {
        if (membro.Ativo)
        {
            throw new RegraVioladaException($"{membro.Nome} já está com o acesso ativo.");
        }

        membro.Reativar(papel);
        return new MembroReativado { Papel = papel };
    }

    private static EscolhaDePapel ParaMudar(Membro membro, PapelForm form) =>
        new(form, $"Papel de {membro.Nome}", "Vale a partir do próximo clique da pessoa.", "Salvar", $"{Lista}/{membro.UsuarioId}/papel");

    private static EscolhaDePapel ParaReativar(Membro membro, PapelForm form) =>
        new(form, $"Reativar {membro.Nome}", "A pessoa volta a entrar com a conta que já tem. O ramal precisa ser configurado de novo.", "Reativar", $"{Lista}/{membro.UsuarioId}/reativar");
}
