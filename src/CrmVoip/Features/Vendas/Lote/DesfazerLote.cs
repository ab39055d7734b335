using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lote;

/// <summary>Takes a batch back: each deal that nobody has changed in the same way since goes where it was, or to whom.</summary>
public sealed class DesfazerLote(CrmDbContext db, SelecaoDoLote selecao, FichaDoLote fichas, Auditoria auditoria, TimeProvider relogio)
{
    public static readonly Recusa NaoDaMais = new(409, "lote_mudou", "Estas oportunidades já mudaram de novo. Recarregue e confira.");

    public async Task<Resultado<FeitoDoLote>> ExecutarAsync(string? ficha, CancellationToken ct)
    {
        if (fichas.Abrir(ficha) is not { } volta)
        {
            return NaoDaMais;
        }

        var selecionadas = await selecao.TravarAsync(new AlvoDoLote([.. volta.Antes.Select(a => a.Id)]), ct);
        if (selecionadas.Recusa is { } recusa)
        {
            return recusa;
        }

        var porId = volta.Antes.ToDictionary(a => a.Id);
        var pares = selecionadas.Valor.Abertas.Select(o => (Oportunidade: o, Antes: porId[o.Id])).ToList();
        var feitas = volta.Oque == VoltaDoLote.Mover ? await MoverAsync(volta.Para, pares, ct) : await PassarAsync(volta.Para, pares, ct);
        return feitas == 0 ? NaoDaMais : new FeitoDoLote(feitas, "voltou", "voltaram");
    }

    private async Task<int> MoverAsync(Guid deOnde, List<(Oportunidade Oportunidade, AntesDoLote Antes)> pares, CancellationToken ct)
    {
        var etapas = await db.Etapas.AsNoTracking().ToDictionaryAsync(e => e.Id, ct);
        foreach (var etapa in pares.Select(p => p.Antes.De).Distinct().Order())
        {
            await db.TravarEtapaAsync(etapa, ct);
        }

        var feitas = 0;
        foreach (var daEtapa in pares.Where(p => p.Oportunidade.EtapaId == deOnde && etapas[p.Antes.De].ArquivadaEm is null).GroupBy(p => p.Antes.De))
        {
            string[] queridas = [.. daEtapa.Select(p => p.Antes.Posicao!)];
            var tomadas = await db.Oportunidades.Where(o => o.EtapaId == daEtapa.Key && queridas.Contains(o.Posicao)).Select(o => o.Posicao).ToListAsync(ct);
            var primeira = await db.Oportunidades.Where(o => o.EtapaId == daEtapa.Key).MinAsync(o => (string?)o.Posicao, ct);
            primeira = queridas.Append(primeira).Min(StringComparer.Ordinal);
            foreach (var (oportunidade, antes) in daEtapa)
            {
                auditoria.Registrar(new OportunidadeMovida { De = etapas[deOnde].Nome, Para = etapas[antes.De].Nome }, oportunidade.Id, oportunidade.Id);
                var lugar = tomadas.Contains(antes.Posicao!) ? primeira = Posicao.Entre(null, primeira) : antes.Posicao!;
                oportunidade.Voltar(antes.De, lugar, antes.Desde!.Value, relogio.GetUtcNow());
                feitas++;
            }
        }

        await db.SaveChangesAsync(ct);
        return feitas;
    }

    private async Task<int> PassarAsync(Guid deQuem, List<(Oportunidade Oportunidade, AntesDoLote Antes)> pares, CancellationToken ct)
    {
        var membros = await db.Membros.Select(m => new { m.UsuarioId, m.Nome, m.Ativo }).ToDictionaryAsync(m => m.UsuarioId, ct);
        var voltam = pares.Where(p => p.Oportunidade.ResponsavelId == deQuem && membros[p.Antes.De].Ativo).ToList();
        foreach (var (oportunidade, antes) in voltam)
        {
            auditoria.Passar(oportunidade, membros[deQuem].Nome, (antes.De, membros[antes.De].Nome), relogio.GetUtcNow(), antes.Tarefas);
        }

        await db.SaveChangesAsync(ct);
        return voltam.Count;
    }
}
