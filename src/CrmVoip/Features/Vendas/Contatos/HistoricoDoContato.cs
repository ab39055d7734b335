using CrmVoip.Data;
using CrmVoip.Features.Vendas.Notas;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>One timeline of a contact: what was done to it, its deals, and its calls and tasks of no deal.</summary>
public static class HistoricoDoContato
{
    private const int LigacoesMaximo = 100;
    private const int NotasMaximo = 100;
    private const int TarefasMaximo = 100;

    public static async Task<Folha<FatoDoHistorico>> HistoricoDoContatoAsync(this CrmDbContext db, Guid id, FiltroDoHistorico filtro, CancellationToken ct)
    {
        // What came before the mark is about what was there before it.
        var antes = filtro.Marco?.Em ?? DateTimeOffset.MaxValue;
        var oportunidades = await db.Oportunidades
            .Where(o => o.ContatoId == id)
            .OrderByDescending(o => o.AtualizadaEm)
            .Take(FichaDoContato.OportunidadesMaximo)
            .ToDictionaryAsync(o => o.Id, o => o.Titulo, ct);
        var ligacoes = await db.Ligacoes
            .Where(l => l.ContatoId == id && l.OportunidadeId == null && l.InicioEm <= antes)
            .OrderByDescending(l => l.InicioEm)
            .Take(LigacoesMaximo)
            .Select(l => l.Id)
            .ToListAsync(ct);
        var notas = await db.Notas.Where(n => n.ContatoId == id && n.RetiradaEm == null && n.CriadaEm <= antes).OrderByDescending(n => n.CriadaEm).Take(NotasMaximo).Select(n => n.Id).ToListAsync(ct);
        var tarefas = await db.Tarefas
            .Where(t => t.ContatoId == id)
            .OrderByDescending(t => t.Prazo)
            .Take(TarefasMaximo)
            .Select(t => t.Id)
            .ToListAsync(ct);
        var (dela, delas) = (ligacoes.Concat(notas).Concat(tarefas).Append(id).ToArray(), oportunidades.Keys.ToArray());
        var folha = await db.ContarAsync(
            db.AuditLog.Where(a => dela.Contains(a.EntidadeId)).Mostrados(filtro)
                .Concat(db.AuditLog.Where(a => a.OportunidadeId != null && delas.Contains(a.OportunidadeId.Value)).Mostrados(filtro)),
            filtro,
            ct);
        return folha with { Linhas = [.. folha.Linhas.Select(f => f.OportunidadeId is { } oportunidade ? f with { Oportunidade = oportunidades.GetValueOrDefault(oportunidade) } : f)] };
    }
}
