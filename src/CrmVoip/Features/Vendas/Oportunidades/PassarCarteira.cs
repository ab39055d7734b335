using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Membros;
using CrmVoip.Features.Vendas.Recados;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>The open deals and tasks of somebody whose access ended go to the successor, some at a time. Of the person; ends where it was called back.</summary>
public sealed class PassarCarteira(CrmDbContext db, Auditoria auditoria, DeixarRecado recados, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 100;

    public static string Tipo => "passar-carteira";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) =>
        AosPoucos.UmaCorridaAsync(relogio, () => db.EmTransacaoAsync(() => UmaVezAsync(linhaId, ct), ct));

    private async Task<bool> UmaVezAsync(Guid deQuem, CancellationToken ct)
    {
        // Who calls the person back meanwhile waits until these are through.
        await db.SegurarMembroAsync(deQuem, ct);
        var passagem = await db.Membros
            .Where(m => m.UsuarioId == deQuem && m.SucessorId != null)
            .Join(db.Membros.Where(m => m.Ativo), m => m.SucessorId, s => s.UsuarioId, (m, s) => new { De = m.Nome, Para = s.Nome, ParaQuem = s.UsuarioId })
            .SingleOrDefaultAsync(ct);
        if (passagem is null)
        {
            return false;
        }

        var abertas = await db.Oportunidades
            .Include(o => o.Tarefas.Where(t => t.ConcluidaEm == null))
            .Where(o => o.ResponsavelId == deQuem && o.Situacao == SituacaoDaOportunidade.Aberta)
            .OrderBy(o => o.Id).Take(PorVez).ToListAsync(ct);
        foreach (var oportunidade in abertas)
        {
            auditoria.Passar(oportunidade, passagem.De, (passagem.ParaQuem, passagem.Para), relogio.GetUtcNow());
        }

        await recados.DePassagemAsync(abertas, passagem.ParaQuem, ct);
        var tarefas = abertas.Count == PorVez ? 0 : await PassarTarefasAsync(deQuem, passagem.ParaQuem, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return abertas.Count == PorVez || tarefas == PorVez;
    }

    // Those of contacts, and of deals that are somebody else's. Those of the deals that went just now have gone along.
    private async Task<int> PassarTarefasAsync(Guid deQuem, Guid paraQuem, CancellationToken ct)
    {
        var abertas = await db.Tarefas.Where(t => t.ResponsavelId == deQuem && t.ConcluidaEm == null).OrderBy(t => t.Prazo).ThenBy(t => t.Id).Take(PorVez).ToListAsync(ct);
        abertas.ForEach(t => t.PassarPara(paraQuem));
        await recados.DeTarefasAsync(abertas, paraQuem, ct);
        return abertas.Count;
    }
}

public sealed class CarteiraDeOportunidades(Agenda agenda) : ICarteira
{
    public Task PassarAsync(Membro deQuem, CancellationToken ct) => agenda.AgendarAsync<PassarCarteira>(deQuem.UsuarioId, ct);
}
