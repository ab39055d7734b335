using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>The keys of the apps, sealed at rest, and the codes made with them, each good once.</summary>
public sealed class Autenticadores(ContasDbContext db, ICofre cofre, TimeProvider relogio)
{
    public Task<DateTimeOffset?> LigadoEmAsync(Guid usuarioId, CancellationToken ct) =>
        db.Autenticadores.Where(a => a.UsuarioId == usuarioId).Select(a => a.LigadoEm).SingleOrDefaultAsync(ct);

    /// <summary>A new key, which counts for nothing until a code made with it comes back.</summary>
    public async Task ComecarAsync(Usuario usuario, CancellationToken ct)
    {
        await db.Autenticadores.Where(a => a.UsuarioId == usuario.Id && a.LigadoEm == null).ExecuteDeleteAsync(ct);
        db.Add(new Autenticador(usuario.Id, cofre.Cifrar(Lugar(usuario.Id), CodigoTemporal.NovoSegredo())));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The key to be shown while it is being set up; never afterwards.</summary>
    public async Task<string?> SegredoNovoAsync(Guid usuarioId, CancellationToken ct) =>
        await db.Autenticadores.AsNoTracking().SingleOrDefaultAsync(a => a.UsuarioId == usuarioId && a.LigadoEm == null, ct) is { } novo
            ? cofre.Decifrar(Lugar(usuarioId), novo.Segredo)
            : null;

    /// <summary>True once a code: whoever brings it again, at once or later, brings none.</summary>
    public async Task<bool> GastarAsync(Guid usuarioId, string codigo, CancellationToken ct) =>
        await db.Autenticadores.AsNoTracking().SingleOrDefaultAsync(a => a.UsuarioId == usuarioId, ct) is { } autenticador
        && CodigoTemporal.Passo(cofre.Decifrar(Lugar(usuarioId), autenticador.Segredo), string.Concat(codigo.Where(char.IsAsciiDigit)), relogio.GetUtcNow()) is { } passo
        && await db.GastarPassoAsync(usuarioId, passo, ct);

    private static LugarDoSegredo Lugar(Guid usuarioId) => new(Guid.Empty, Autenticador.Coluna, usuarioId);
}
