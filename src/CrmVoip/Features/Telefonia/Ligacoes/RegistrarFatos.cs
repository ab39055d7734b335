using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// The one door for facts of the browser and the sweeper about a call. Locks the call, adds what is new and projects the row
/// anew. Runs inside the caller's transaction.
/// </summary>
public sealed class RegistrarFatos(CrmDbContext db, ProjetarLigacao projetar, TimeProvider relogio)
{
    /// <summary>False when there is no such call in this organization.</summary>
    public async Task<bool> ExecutarAsync(Guid ligacaoId, IReadOnlyCollection<LigacaoEvento> fatos, CancellationToken ct)
    {
        await db.TravarLigacaoAsync(ligacaoId, ct);
        if (await db.Ligacoes.SingleOrDefaultAsync(l => l.Id == ligacaoId, ct) is not { } ligacao)
        {
            return false;
        }

        // An id that another call already has is absorbed too: repeated for ever, it would block what the page sends after it.
        var ids = fatos.Select(f => f.Id).ToList();
        var conhecidos = await db.LigacaoEventos.Where(e => e.LigacaoId == ligacaoId || ids.Contains(e.Id)).ToListAsync(ct);
        var novos = fatos.DistinctBy(f => f.Id).Where(f => !conhecidos.Exists(e => e.Id == f.Id)).ToList();
        db.AddRange(novos);
        await projetar.ExecutarAsync(ligacao, [.. conhecidos.Where(e => e.LigacaoId == ligacaoId), .. novos], ct);

        // A sign counts at its own time: one of yesterday that arrives now says nothing about now.
        foreach (var fato in novos.Where(f => f.Origem == OrigemDoFato.Navegador))
        {
            ligacao.DarSinal(fato.OcorridoEm);
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Closes a call whose browser went silent, at its last sign. Provisional: any later fact replaces it.</summary>
    /// <returns>False when it gave a sign meanwhile.</returns>
    public async Task<bool> EncerrarSemSinalAsync(Guid ligacaoId, DateTimeOffset semSinalDesde, CancellationToken ct)
    {
        await db.TravarLigacaoAsync(ligacaoId, ct);
        var ligacao = await db.Ligacoes.SingleAsync(l => l.Id == ligacaoId, ct);
        if (ligacao.Terminada || ligacao.UltimoSinalEm > semSinalDesde)
        {
            return false;
        }

        var fim = new LigacaoEvento(ligacao.OrganizacaoId, Guid.CreateVersion7(), ligacaoId, OrigemDoFato.Varredura, TipoDeEvento.Encerrada, ligacao.UltimoSinalEm)
        {
            RecebidoEm = relogio.GetUtcNow(),
        };
        return await ExecutarAsync(ligacaoId, [fim], ct);
    }
}
