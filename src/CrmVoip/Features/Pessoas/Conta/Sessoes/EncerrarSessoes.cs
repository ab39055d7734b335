using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>Ends sessions of one account, and of no other: at once here, within SessoesVivas.Intervalo on the other instances.</summary>
public sealed class EncerrarSessoes(ContasDbContext db, SessoesVivas vivas, TimeProvider relogio)
{
    /// <returns>False when the account has no such session, or not any more.</returns>
    public async Task<bool> UmaAsync(Guid usuarioId, Guid id, CancellationToken ct) =>
        await EncerrarAsync(db.Sessoes.Where(s => s.UsuarioId == usuarioId && s.Id == id), ct) > 0;

    /// <summary>The one the request came in by: a copy of its cookie is worth nothing either.</summary>
    public Task EstaAsync(HttpContext contexto) =>
        SessaoDoPedido.De(contexto) is { } sessao ? UmaAsync(sessao.UsuarioId, sessao.Id, CancellationToken.None) : Task.CompletedTask;

    public Task TodasAsync(Guid usuarioId, CancellationToken ct) => EncerrarAsync(db.Sessoes.Where(s => s.UsuarioId == usuarioId), ct);

    public Task OutrasAsync(Guid usuarioId, Guid? menosEsta, CancellationToken ct) =>
        EncerrarAsync(db.Sessoes.Where(s => s.UsuarioId == usuarioId && s.Id != menosEsta), ct);

    private async Task<int> EncerrarAsync(IQueryable<Sessao> sessoes, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var ids = await sessoes.Where(s => s.RevogadaEm == null).Select(s => s.Id).ToListAsync(ct);
        var encerradas = await db.Sessoes.Where(s => ids.Contains(s.Id) && s.RevogadaEm == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.RevogadaEm, agora), ct);
        ids.ForEach(vivas.Esquecer);
        return encerradas;
    }
}
