using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Where a card was dropped, and where the person saw it before: somebody else may have moved it since.</summary>
public sealed record MoverForm(Guid EtapaId, Guid? DepoisDe, Guid? AntesDe, Guid EtapaVista, string? PosicaoVista);

/// <summary>The card after the move, and the new totals of the stages it touched, ready to be shown.</summary>
public sealed record CartaoMovido(string Posicao, IReadOnlyList<TotaisDaEtapa> Totais);

public sealed record TotaisDaEtapa(Guid EtapaId, string Quantidade, string Soma);

public enum DesfechoDoMovimento
{
    Movido,
    NaoExiste,

    /// <summary>The card was not where the person saw it.</summary>
    MovidoPorOutro,
}

/// <summary>Moves a card on the board.</summary>
public sealed class MoverCartao(CrmDbContext db, PosicionarOportunidade posicionar, TotaisDoQuadro totais, Auditoria auditoria)
{
    public async Task<(DesfechoDoMovimento Desfecho, CartaoMovido? Cartao)> ExecutarAsync(Guid id, MoverForm form, FiltroDoQuadro filtro, DateTimeOffset agora, CancellationToken ct)
    {
        await db.TravarOportunidadeAsync(id, ct);
        var oportunidade = await db.Oportunidades.Include(o => o.Etapa).SingleOrDefaultAsync(o => o.Id == id, ct);
        var destino = await db.Etapas.AsNoTracking().SingleOrDefaultAsync(e => e.Id == form.EtapaId, ct);
        if (oportunidade is null || destino is null)
        {
            return (DesfechoDoMovimento.NaoExiste, null);
        }

        if (oportunidade.Situacao != SituacaoDaOportunidade.Aberta
            || oportunidade.EtapaId != form.EtapaVista
            || (form.PosicaoVista is not null && oportunidade.Posicao != form.PosicaoVista))
        {
            return (DesfechoDoMovimento.MovidoPorOutro, null);
        }

        var origem = oportunidade.Etapa!;
        if (origem.Id != destino.Id)
        {
            auditoria.Registrar(Acoes.OportunidadeMovida, "oportunidades", id, id, new { de = origem.Nome, para = destino.Nome });
        }

        await posicionar.EntreAsync(oportunidade, destino.Id, form.DepoisDe, form.AntesDe, ct);
        return (DesfechoDoMovimento.Movido, new CartaoMovido(oportunidade.Posicao, await totais.LerAsync([origem.Id, destino.Id], filtro, agora, ct)));
    }
}
