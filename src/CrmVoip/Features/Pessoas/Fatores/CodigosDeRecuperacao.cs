using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Ten codes that stand in for the app, each once. New ones end the old ones.</summary>
public sealed class CodigosDeRecuperacao(ContasDbContext db, RegistroDeConta registro, TimeProvider relogio)
{
    public Task<int> RestamAsync(Guid usuarioId, CancellationToken ct) =>
        db.CodigosDeRecuperacao.CountAsync(c => c.UsuarioId == usuarioId && c.UsadoEm == null, ct);

    /// <summary>Whoever has codes already asked for others.</summary>
    public async Task<IReadOnlyList<string>> TrocarAsync(Guid usuarioId, CancellationToken ct)
    {
        var codigos = await GerarAsync(usuarioId, ct);
        await registro.GravarAsync(usuarioId, Acoes.Conta.CodigosTrocados, ct);
        return codigos;
    }

    /// <returns>The codes, which exist nowhere else.</returns>
    public async Task<string[]> GerarAsync(Guid usuarioId, CancellationToken ct)
    {
        string[] codigos = [.. Enumerable.Range(0, CodigoDeRecuperacao.Quantos).Select(_ => CodigoDeRecuperacao.Novo())];
        await db.CodigosDeRecuperacao.Where(c => c.UsuarioId == usuarioId).ExecuteDeleteAsync(ct);
        db.AddRange(codigos.Select(c => new CodigoDeRecuperacao(usuarioId, CodigoDeRecuperacao.Resumir(usuarioId, c))));
        await db.SaveChangesAsync(ct);
        return codigos;
    }

    public Task<bool> GastarAsync(Guid usuarioId, string codigo, CancellationToken ct) =>
        db.GastarCodigoAsync(usuarioId, CodigoDeRecuperacao.Resumir(usuarioId, codigo), relogio.GetUtcNow(), ct);
}
