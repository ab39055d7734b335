using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Removes the rows of an import some time after they were read. Of one that came to nothing, nothing stays.</summary>
public sealed class ApagarLinhas(CrmDbContext db, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 5_000;
    private static readonly TimeSpan _aindaAnda = TimeSpan.FromHours(1);

    public static string Tipo => "apagar-linhas-da-importacao";

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var estado = await db.EmTransacaoAsync(() => db.Importacoes.Where(i => i.Id == linhaId).Select(i => (EstadoDaImportacao?)i.Estado).SingleOrDefaultAsync(ct), ct);
        return estado switch
        {
            null => Desfecho.Feito,
            EstadoDaImportacao.Analisando or EstadoDaImportacao.Importando or EstadoDaImportacao.Desfazendo => Desfecho.DeNovoEm(_aindaAnda),
            _ => await AosPoucos.UmaCorridaAsync(relogio, () => db.EmTransacaoAsync(() => UmaVezAsync(linhaId, ct), ct)),
        };
    }

    private async Task<bool> UmaVezAsync(Guid id, CancellationToken ct)
    {
        if (await db.ImportacaoTravadaAsync(id, ct) is not { EmCurso: false } importacao)
        {
            return false;
        }

        if (await db.LinhasDe(importacao).OrderBy(l => l.Numero).Take(PorVez).ExecuteDeleteAsync(ct) == PorVez)
        {
            return true;
        }

        if (importacao.EmPreparo)
        {
            db.Remove(importacao);
        }
        else
        {
            importacao.PerderLinhas(relogio.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        return false;
    }
}
