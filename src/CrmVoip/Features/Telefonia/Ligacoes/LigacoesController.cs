using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>What the phone in the page reports and asks about its own person's calls.</summary>
[DaOrganizacao]
[Route("ligacoes")]
public sealed class LigacoesController(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio) : Controller
{
    private const int EventosPorVez = 200;

    [HttpPost("")]
    public async Task<IActionResult> Criar([FromBody] NovaLigacaoForm form, [FromServices] IniciarLigacao iniciar, CancellationToken ct) =>
        this.Responder(
            await iniciar.ExecutarAsync(form, ct),
            ligacao => StatusCode(ligacao.Nova ? StatusCodes.Status201Created : StatusCodes.Status200OK, ligacao));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Detalhe(Guid id, CancellationToken ct)
    {
        var ligacao = await Minhas.AsNoTracking().Include(l => l.Contato).SingleOrDefaultAsync(l => l.Id == id, ct);
        return ligacao is null
            ? NotFound()
            : Json(new EstadoDaLigacao(
                ligacao.Id,
                EnumEmTexto.Texto(ligacao.Status),
                Formato.Status(ligacao.Status),
                ligacao.Notas,
                ligacao.ResultadoId,
                ligacao.DuracaoSegundos,
                ligacao.InicioEm,
                ligacao.AtendidaEm,
                ligacao.FimEm,
                ligacao.Contato?.Nome,
                NumeroDeTelefone.Ler(ligacao.NumeroDestino)?.Nacional ?? ligacao.NumeroDestino,
                await db.ResultadosDeLigacao.OpcoesAsync(ct),
                ligacao.Metadata.EncerradaPor,
                EncerradaPelaOperadora: await db.EncerradaPelaOperadoraAsync(id, ct)));
    }

    [HttpPost("{id:guid}/eventos")]
    public async Task<IActionResult> Eventos(Guid id, [FromBody] EventosForm form, [FromServices] RegistrarFatos registrar, CancellationToken ct)
    {
        var eventos = (form.Eventos ?? []).OfType<EventoForm>().Where(e => e.Valido).ToList();
        if (eventos.Count is 0 or > EventosPorVez || eventos.Count < form.Eventos!.Count)
        {
            return UnprocessableEntity(new { codigo = "eventos_invalidos", mensagem = "Estes eventos da ligação não podem ser lidos." });
        }

        if (await Minhas.Where(l => l.Id == id).Select(l => (DateTimeOffset?)l.InicioEm).SingleOrDefaultAsync(ct) is not { } inicioEm)
        {
            return NotFound();
        }

        var agora = relogio.GetUtcNow();
        await registrar.ExecutarAsync(id, [.. eventos.Select(e => Fato(id, e, form.Corrigir(e.Em, inicioEm, agora), agora))], ct);
        return Json(new { aceitos = eventos.Select(e => e.Id) });
    }

    [HttpPost("{id:guid}/batimento")]
    public async Task<IActionResult> Batimento(Guid id, [FromServices] RegistrarFatos registrar, CancellationToken ct)
    {
        await db.TravarLigacaoAsync(id, ct);
        if (await Minhas.SingleOrDefaultAsync(l => l.Id == id, ct) is not { } ligacao)
        {
            return NotFound();
        }

        var agora = relogio.GetUtcNow();
        if (ligacao is { Terminada: true, OrigemStatus: OrigemDoFato.Varredura })
        {
            var sinal = new LigacaoEvento(atual.IdExigido, Guid.CreateVersion7(), id, OrigemDoFato.Navegador, TipoDeEvento.Sinal, agora) { RecebidoEm = agora };
            await registrar.ExecutarAsync(id, [sinal], ct);
        }

        ligacao.DarSinal(agora);
        await db.SaveChangesAsync(ct);
        return NoContent();
    }

    [HttpPut("{id:guid}/notas")]
    public async Task<IActionResult> Notas(
        Guid id, [FromBody] NotasForm form, [FromServices] AplicarResultado aplicar, [FromServices] CriarProximaTarefa proxima, CancellationToken ct)
    {
        if (form.Notas?.Cabe(Ligacao.NotasMaximo) == false)
        {
            return UnprocessableEntity(new { codigo = "notas_longas", mensagem = $"Use até {Ligacao.NotasMaximo:N0} caracteres nas notas." });
        }

        await db.TravarLigacaoAsync(id, ct);
        if (await Minhas.SingleOrDefaultAsync(l => l.Id == id, ct) is not { } ligacao)
        {
            return NotFound();
        }

        var resultado = await db.ResultadosDeLigacao.AsNoTracking().SingleOrDefaultAsync(r => r.Id == form.ResultadoId, ct);
        if (ligacao.Anotar(form.Notas, resultado?.Id, form.Versao) && form.Pronta && resultado is not null)
        {
            await aplicar.ExecutarAsync(ligacao, resultado.Efeito, ct);
        }

        if (form.Tarefa is { } tarefa)
        {
            await proxima.ExecutarAsync(ligacao, tarefa, ct);
        }

        await db.SaveChangesAsync(ct);
        return Json(new { salvoEm = relogio.GetUtcNow() });
    }

    private IQueryable<Ligacao> Minhas => db.Ligacoes.Where(l => l.UsuarioId == atual.UsuarioIdExigido && !l.AMao);

    private LigacaoEvento Fato(Guid ligacaoId, EventoForm evento, DateTimeOffset em, DateTimeOffset agora) =>
        new(atual.IdExigido, evento.Id, ligacaoId, OrigemDoFato.Navegador, evento.LerTipo()!.Value, em)
        {
            RecebidoEm = agora,
            Dados = evento.Dados?.Ler() ?? new DadosDoEvento(),
        };
}
