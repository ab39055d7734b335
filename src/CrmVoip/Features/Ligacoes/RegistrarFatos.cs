using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Ligacoes;

/// <summary>
/// The one door for facts about a call, whoever reports them. Locks the call, adds what is new, projects the row from all
/// facts, and records its end in the audit log. Runs inside the caller's transaction.
/// </summary>
public sealed class RegistrarFatos(
    CrmDbContext db, Auditoria auditoria, VigiarLigacao vigiar, TimeProvider relogio, IOptions<OpcoesDeReconciliacao> opcoes)
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
        var antes = ligacao.Status;
        ligacao.Projetar([.. conhecidos.Where(e => e.LigacaoId == ligacaoId), .. novos]);
        if (novos.Exists(f => f.Origem == OrigemDoFato.Navegador))
        {
            ligacao.DarSinal(relogio.GetUtcNow());
        }

        if (antes != ligacao.Status)
        {
            Mudou(ligacao, antes);
        }

        await db.SaveChangesAsync(ct);
        if (!ligacao.Terminada && antes != ligacao.Status)
        {
            await vigiar.ExecutarAsync(ligacaoId, ct);
        }

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

    private void Mudou(Ligacao ligacao, StatusDaLigacao antes)
    {
        var terminou = antes == StatusDaLigacao.EmAndamento;
        if (terminou && ligacao.OrigemStatus != OrigemDoFato.Reconciliacao)
        {
            ligacao.ConferirDepoisDe(relogio.GetUtcNow() + opcoes.Value.AposLigacao);
        }

        auditoria.Registrar(
            terminou ? Acoes.LigacaoEncerrada : ligacao.Terminada ? Acoes.LigacaoReclassificada : Acoes.LigacaoRetomada,
            "ligacoes",
            ligacao.Id,
            ligacao.OportunidadeId,
            new { status = EnumEmTexto.Texto(ligacao.Status), antes = EnumEmTexto.Texto(antes), duracao = ligacao.DuracaoSegundos });
    }
}
