using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>
/// Where an opportunity goes. With EtapaVista (and PosicaoVista) only if it still is where the person saw it. Without neighbours:
/// to the top of another stage; in its own it stays where it is.
/// </summary>
public sealed record Movimento(Guid EtapaId)
{
    public Guid? DepoisDe { get; init; }

    public Guid? AntesDe { get; init; }

    public Guid? EtapaVista { get; init; }

    public string? PosicaoVista { get; init; }

    public bool EntreVizinhas => DepoisDe is not null || AntesDe is not null;
}

/// <summary>What a move leaves behind: the new place, and the stage it came from.</summary>
public sealed record OportunidadeNoLugar(string Posicao, Guid EtapaAnterior);

/// <summary>Moves an opportunity to another stage, or to another place of its stage.</summary>
public sealed class MoverOportunidade(CrmDbContext db, PosicionarOportunidade posicionar, Auditoria auditoria)
{
    /// <summary>The opportunity was not where the person saw it.</summary>
    public static readonly Recusa MovidaPorOutro = new(409, "movido_por_outro", "Outra pessoa moveu este cartão antes. O funil foi atualizado.");

    public async Task<Resultado<OportunidadeNoLugar>> ExecutarAsync(Guid id, Movimento movimento, CancellationToken ct)
    {
        await db.TravarOportunidadeAsync(id, ct);
        var oportunidade = await db.Oportunidades.Include(o => o.Etapa).SingleOrDefaultAsync(o => o.Id == id, ct);
        var destino = await db.Etapas.AsNoTracking().SingleOrDefaultAsync(e => e.Id == movimento.EtapaId, ct);
        if (oportunidade is null || destino is null)
        {
            return Recusa.NaoEncontrada;
        }

        if (!Vista(oportunidade, movimento))
        {
            return MovidaPorOutro;
        }

        var origem = oportunidade.Etapa!;
        if (origem.Id != destino.Id)
        {
            auditoria.Registrar(new OportunidadeMovida { De = origem.Nome, Para = destino.Nome }, id, id);
        }

        if (origem.Id != destino.Id || movimento.EntreVizinhas || movimento.EtapaVista is not null)
        {
            await posicionar.EntreAsync(oportunidade, destino.Id, movimento.DepoisDe, movimento.AntesDe, ct);
        }

        return new OportunidadeNoLugar(oportunidade.Posicao, origem.Id);
    }

    private static bool Vista(Oportunidade oportunidade, Movimento movimento) => movimento.EtapaVista is not { } etapa
        || (oportunidade.Situacao == SituacaoDaOportunidade.Aberta
            && oportunidade.EtapaId == etapa
            && (movimento.PosicaoVista is null || oportunidade.Posicao == movimento.PosicaoVista));
}
