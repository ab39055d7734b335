using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Moves many deals to the top of a stage, in the order the board has them in. Those that are there stay where they are.</summary>
public sealed class MoverEmLote(CrmDbContext db, SelecaoDoLote selecao, FichaDoLote fichas, Auditoria auditoria, TimeProvider relogio)
{
    public async Task<Resultado<FeitoDoLote>> ExecutarAsync(AlvoDoLote alvo, Guid etapaId, CancellationToken ct)
    {
        var selecionadas = await selecao.TravarAsync(alvo, ct);
        if (selecionadas.Recusa is { } recusa)
        {
            return recusa;
        }

        var etapas = await db.Etapas.AsNoTracking().ToDictionaryAsync(e => e.Id, ct);
        if (!await db.TravarEtapaAsync(etapaId, ct) || !etapas.TryGetValue(etapaId, out var destino))
        {
            return new Recusa(422, "etapa_arquivada", "Esta etapa não existe mais. Atualize a página e escolha outra.");
        }

        var lote = selecionadas.Valor;
        var mover = lote.Abertas.Where(o => o.EtapaId != etapaId).OrderBy(o => etapas[o.EtapaId].Ordem).ThenBy(o => o.Posicao, StringComparer.Ordinal).ToList();
        var antes = mover.ConvertAll(o => new AntesDoLote(o.Id, o.EtapaId) { Posicao = o.Posicao, Desde = o.NaEtapaDesde });
        await MoverAsync(mover, destino, etapas, ct);
        return new FeitoDoLote(mover.Count, $"movida para {destino.Nome}", $"movidas para {destino.Nome}")
        {
            Encerradas = lote.Encerradas,
            Sumiram = lote.Sumiram,
            JaEstavam = lote.Abertas.Count - mover.Count,
            Ficha = mover.Count == 0 ? null : fichas.Selar(new VoltaDoLote(VoltaDoLote.Mover, etapaId, antes)),
        };
    }

    private async Task MoverAsync(List<Oportunidade> oportunidades, Etapa destino, Dictionary<Guid, Etapa> etapas, CancellationToken ct)
    {
        var (agora, primeira) = (relogio.GetUtcNow(), await db.Oportunidades.Where(o => o.EtapaId == destino.Id).MinAsync(o => (string?)o.Posicao, ct));
        foreach (var oportunidade in oportunidades.AsEnumerable().Reverse())
        {
            auditoria.Registrar(new OportunidadeMovida { De = etapas[oportunidade.EtapaId].Nome, Para = destino.Nome }, oportunidade.Id, oportunidade.Id);
            primeira = Posicao.Entre(null, primeira);
            oportunidade.MoverPara(destino.Id, primeira, agora);
        }

        await db.SaveChangesAsync(ct);
    }
}
