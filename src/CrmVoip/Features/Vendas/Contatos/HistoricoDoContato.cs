using CrmVoip.Data;
using CrmVoip.Features.Vendas.Oportunidades;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>One timeline of a contact: what was done to it, its deals, and its calls and tasks of no deal.</summary>
public static class HistoricoDoContato
{
    private const int LigacoesMaximo = 100;
    private const int NotasMaximo = 100;
    private const int TarefasMaximo = 100;

    public static async Task<List<FatoDoHistorico>> HistoricoDoContatoAsync(this CrmDbContext db, Guid id, CancellationToken ct)
    {
        var oportunidades = await db.Oportunidades
            .Where(o => o.ContatoId == id)
            .OrderByDescending(o => o.AtualizadaEm)
            .Take(FichaDoContato.OportunidadesMaximo)
            .ToDictionaryAsync(o => o.Id, o => o.Titulo, ct);
        var ligacoes = await db.Ligacoes
            .Where(l => l.ContatoId == id && l.OportunidadeId == null)
            .OrderByDescending(l => l.InicioEm)
            .Take(LigacoesMaximo)
            .Select(l => l.Id)
            .ToListAsync(ct);
        var notas = await db.Notas.Where(n => n.ContatoId == id && n.RetiradaEm == null).OrderByDescending(n => n.CriadaEm).Take(NotasMaximo).Select(n => n.Id).ToListAsync(ct);
        var tarefas = await db.Tarefas
            .Where(t => t.ContatoId == id)
            .OrderByDescending(t => t.Prazo)
            .Take(TarefasMaximo)
            .Select(t => t.Id)
            .ToListAsync(ct);
        var (dela, delas) = (ligacoes.Concat(notas).Concat(tarefas).Append(id).ToArray(), oportunidades.Keys.ToArray());
        var fatos = await db.ContarAsync(
            db.AuditLog.Where(a => dela.Contains(a.EntidadeId)).Mostrados()
                .Concat(db.AuditLog.Where(a => a.OportunidadeId != null && delas.Contains(a.OportunidadeId.Value)).Mostrados()),
            ct);
        return [.. fatos.Select(f => f.OportunidadeId is { } oportunidade ? f with { Oportunidade = oportunidades.GetValueOrDefault(oportunidade) } : f)];
    }
}
