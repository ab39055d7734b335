using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>What must be judged in the database itself: of two that bring the same code, one is in.</summary>
public static class FatoresDaConta
{
    /// <returns>False when this step, or a later one, was used already.</returns>
    public static async Task<bool> GastarPassoAsync(this ContasDbContext db, Guid usuarioId, long passo, CancellationToken ct) =>
        await db.Autenticadores
            .Where(a => a.UsuarioId == usuarioId && (a.UltimoPasso == null || a.UltimoPasso < passo))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.UltimoPasso, passo), ct) == 1;

    /// <returns>False when there is no such code, or it was used.</returns>
    public static async Task<bool> GastarCodigoAsync(this ContasDbContext db, Guid usuarioId, byte[] resumo, DateTimeOffset agora, CancellationToken ct) =>
        await db.CodigosDeRecuperacao
            .Where(c => c.UsuarioId == usuarioId && c.Resumo == resumo && c.UsadoEm == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsadoEm, agora), ct) == 1;

    public static Task<int> RegistrarUsoAsync(this ContasDbContext db, byte[] chave, DateTimeOffset agora, CancellationToken ct) =>
        db.ChavesDeAcesso.Where(c => c.CredentialId == chave).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsadaEm, agora), ct);

    /// <summary>Which of these accounts have the second factor.</summary>
    public static Task<List<Guid>> ComSegundoFatorAsync(this ContasDbContext db, IReadOnlyCollection<Guid> usuarios, CancellationToken ct) =>
        db.Users.Where(u => usuarios.Contains(u.Id) && u.TwoFactorEnabled).Select(u => u.Id).ToListAsync(ct);
}
