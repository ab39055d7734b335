using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Pessoas.Membros;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>The open deals of somebody whose access ended go to the successor, some at a time. Of the person; ends where it was called back.</summary>
public sealed class PassarCarteira(CrmDbContext db, Auditoria auditoria, TimeProvider relogio) : ITrabalho
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
            .Where(o => o.ResponsavelId == deQuem && o.Situacao == SituacaoDaOportunidade.Aberta)
            .OrderBy(o => o.Id).Take(PorVez).ToListAsync(ct);
        foreach (var oportunidade in abertas)
        {
            oportunidade.PassarPara(passagem.ParaQuem, relogio.GetUtcNow());
            auditoria.Registrar(new OportunidadePassada { De = passagem.De, Para = passagem.Para }, oportunidade.Id, oportunidade.Id);
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return abertas.Count == PorVez;
    }
}

public sealed class CarteiraDeOportunidades(Agenda agenda) : ICarteira
{
    public Task PassarAsync(Membro deQuem, CancellationToken ct) => agenda.AgendarAsync<PassarCarteira>(deQuem.UsuarioId, ct);
}
