using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Pairs the records and the calls of one ramal around a moment, from all that is known now, and writes what changed: links, and
/// the calls that lose or gain one. Runs inside the caller's transaction, which holds the ramal.
/// </summary>
public sealed class CasarRegistros(CrmDbContext db, VincularRegistro vincular)
{
    // What is decided lies within what a wrong clock can move; what is looked at, within what those neighbours can.
    public static readonly TimeSpan Decide = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _olha = TimeSpan.FromMinutes(40);

    public async Task ExecutarAsync(string ramal, DateTimeOffset perto, CancellationToken ct)
    {
        var registros = await db.RegistrosNoRamal(ramal, perto - _olha, perto + _olha).ToListAsync(ct);
        if (registros.Count == 0)
        {
            return;
        }

        var dominios = await DominiosDaConexao.LerAsync(db, ct);
        var ligacoes = await db.LigacoesNoRamalAsync(ramal, perto - _olha, perto + _olha, registros, ct);
        var tomadas = await TomadasAsync(registros, ligacoes, ct);
        ligacoes.RemoveAll(l => tomadas.Contains(l.NoRamal.Id));

        // What is paired here does not tell its own clock: a first guess would stand for ever.
        var adiantado = await db.RelogioPertoAsync(perto, ct, registros.ConvertAll(r => r.Id));
        var casados = registros
            .GroupBy(r => dominios.Lugar(r.SipDomain))
            .SelectMany(lugar => CasamentoDeRegistros.Casar(
                [.. lugar.Select(r => r.NoRamal())],
                [.. ligacoes.Where(l => dominios.Lugar(l.SipDomain) == lugar.Key || lugar.Any(r => r.TentativaId == l.NoRamal.Id)).Select(l => l.NoRamal)],
                adiantado));
        var decididos = casados
            .Join(registros, c => c.RegistroId, r => r.Id, (casado, registro) => (registro, casado))
            .Where(par => (par.registro.ComecoEm - perto).Duration() <= Decide)
            .ToList();
        await vincular.ExecutarAsync(decididos, ligacoes, ct);
    }

    /// <summary>Calls of records that lie elsewhere and are theirs beyond guessing.</summary>
    private async Task<List<Guid>> TomadasAsync(List<RegistroDoProvedor> registros, List<LigacaoParaCasar> ligacoes, CancellationToken ct)
    {
        var (aqui, ids) = (registros.ConvertAll(r => r.Id), ligacoes.ConvertAll(l => (Guid?)l.NoRamal.Id));
        MotivoDoVinculo[] certos = [MotivoDoVinculo.Pessoa, MotivoDoVinculo.ProvedorId, MotivoDoVinculo.Tentativa];
        return await db.RegistrosDoProvedor
            .Where(r => ids.Contains(r.LigacaoId) && certos.Contains(r.Motivo!.Value) && !aqui.Contains(r.Id))
            .Select(r => r.LigacaoId!.Value)
            .ToListAsync(ct);
    }
}
