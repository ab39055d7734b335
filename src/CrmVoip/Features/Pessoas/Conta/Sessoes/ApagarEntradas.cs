using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>
/// Forgets sessions that ended long ago and wrong passwords that count no more. The last session of an account stays: it says
/// that the account was signed in to before.
/// </summary>
public sealed class ApagarEntradas(ContasDbContext db, TimeProvider relogio) : ITrabalho
{
    public static readonly TimeSpan SessoesPor = TimeSpan.FromDays(30);
    public static readonly TimeSpan SenhasPor = TimeSpan.FromDays(2);
    private const int PorVez = 1000;
    private static readonly TimeSpan _cadencia = TimeSpan.FromDays(1);

    public static string Tipo => "apagar-entradas";

    public static bool DaConta => true;

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var agora = relogio.GetUtcNow();
        var (sessoes, senhas) = (agora - SessoesPor, agora - SenhasPor);
        var velhas = await db.Sessoes
            .Where(s => s.UsadaEm < sessoes && db.Sessoes.Any(n => n.UsuarioId == s.UsuarioId && n.CriadaEm > s.CriadaEm))
            .OrderBy(s => s.UsadaEm).Take(PorVez).ExecuteDeleteAsync(ct);
        var erradas = await db.SenhasErradas.Where(e => e.UltimaEm < senhas).OrderBy(e => e.UltimaEm).Take(PorVez).ExecuteDeleteAsync(ct);
        return Desfecho.DeNovoEm(Math.Max(velhas, erradas) == PorVez ? TimeSpan.Zero : _cadencia);
    }
}
