using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>A stage that is no more, where its deals went, and how many.</summary>
public sealed record EtapaQueSaiu(string Nome, string Para, int Oportunidades);

/// <summary>Takes a stage off the board. Its deals, closed ones too, go to the end of another one in the order they stand in.</summary>
public sealed class ArquivarEtapa(CrmDbContext db, Auditoria auditoria, EquipeDoQuadro equipe, TimeProvider relogio)
{
    /// <summary>So many are moved while somebody waits.</summary>
    public const int OportunidadesMaximo = 500;

    public async Task<Resultado<EtapaQueSaiu>> ExecutarAsync(Guid id, Guid destinoId, CancellationToken ct)
    {
        await db.TravarListaAsync(nameof(Etapa), ct);
        var etapas = await db.Etapas.Where(e => e.ArquivadaEm == null).ToListAsync(ct);
        if (etapas.Find(e => e.Id == id) is not { } etapa)
        {
            return Recusa.NaoEncontrada;
        }

        if (etapas.Find(e => e.Id == destinoId && e.Id != id && e.FunilId == etapa.FunilId) is not { } destino)
        {
            return new Recusa(422, "destino", "Escolha para qual etapa vão as oportunidades.", Campo: nameof(ArquivarEtapaForm.Destino));
        }

        foreach (var travada in new[] { id, destinoId }.Order())
        {
            await db.TravarEtapaAsync(travada, ct);
        }

        var oportunidades = await db.Oportunidades.Where(o => o.EtapaId == id).OrderBy(o => o.Posicao).Take(OportunidadesMaximo + 1).ToListAsync(ct);
        if (oportunidades.Count > OportunidadesMaximo)
        {
            return new Recusa(
                422, "etapa_cheia", $"Esta etapa tem mais de {OportunidadesMaximo} oportunidades. Mova uma parte delas antes de arquivar.", Campo: nameof(ArquivarEtapaForm.Destino));
        }

        await LevarAsync(oportunidades, etapa, destino, ct);
        etapa.Arquivar(relogio.GetUtcNow());
        auditoria.Registrar(new EtapaArquivada { Nome = etapa.Nome, Para = destino.Nome, Oportunidades = oportunidades.Count }, id);
        await db.SaveChangesAsync(ct);
        equipe.Esquecer();
        return new EtapaQueSaiu(etapa.Nome, destino.Nome, oportunidades.Count);
    }

    private async Task LevarAsync(List<Oportunidade> oportunidades, Etapa de, Etapa para, CancellationToken ct)
    {
        var ultima = await db.Oportunidades.Where(o => o.EtapaId == para.Id).MaxAsync(o => (string?)o.Posicao, ct);
        foreach (var oportunidade in oportunidades)
        {
            ultima = Posicao.Entre(ultima, null);
            oportunidade.LevarPara(para.Id, ultima, relogio.GetUtcNow());
            auditoria.Registrar(new OportunidadeMovida { De = de.Nome, Para = para.Nome }, oportunidade.Id, oportunidade.Id);
        }
    }
}
