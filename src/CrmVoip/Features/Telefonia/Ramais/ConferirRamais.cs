using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>
/// Settles whose the ramais are that nobody gave: rows of earlier versions take over what administradores did, each gets its
/// address in the connected account, and who can be proven against the provider's list is. The rest waits for an administrador.
/// Rows are read in an administrador's name, whom alone the walls show all; passwords in their owner's, as ever.
/// </summary>
public sealed class ConferirRamais(CrmDbContext db, EscopoDaOrganizacao escopos, RamaisDaApi4Com naApi4Com, TimeProvider relogio) : ITrabalho
{
    private static readonly TimeSpan _semResposta = TimeSpan.FromMinutes(10);

    public static string Tipo => "conferir-ramais";

    public static bool Lento => true;

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var esperam = await SituarAsync(ct);
        if (esperam.Count == 0)
        {
            return Desfecho.Feito;
        }

        IReadOnlyList<Api4ComExtensionSecret>? lista;
        try
        {
            lista = await naApi4Com.ListarComSenhaAsync(ct);
        }
        catch (Api4ComException erro) when (erro.Kind is Api4ComErrorKind.TokenRefused or Api4ComErrorKind.NoPermission or Api4ComErrorKind.AddressNotAllowed or Api4ComErrorKind.UnexpectedAnswer)
        {
            // Waiting will not change it: an administrador has to say.
            lista = null;
        }
        catch (Api4ComException)
        {
            return Desfecho.DeNovoEm(_semResposta);
        }

        foreach (var usuarioId in esperam)
        {
            await ProvarAsync(usuarioId, lista, ct);
        }

        return Desfecho.Feito;
    }

    /// <summary>People whose ramal is not known to be theirs.</summary>
    public async Task<IReadOnlyList<Guid>> SituarAsync(CancellationToken ct)
    {
        var administrador = await db.EmTransacaoAsync(
            () => db.Membros.Administradores().Select(m => (Guid?)m.UsuarioId).FirstOrDefaultAsync(ct), ct);
        if (administrador is not { } quem || await escopos.AbrirAsync(db.Organizacao.IdExigido, ct, quem) is not { } escopo)
        {
            return [];
        }

        await using (escopo)
        {
            return await escopo.Db.EmTransacaoAsync(() => SituarAsync(escopo.Db, ct), ct);
        }
    }

    private async Task<List<Guid>> SituarAsync(CrmDbContext todos, CancellationToken ct)
    {
        await todos.TravarRamaisAsync(ct);
        var (conexao, ramais) = (await todos.ConexaoAsync(ct), await todos.RamaisVoip.ToListAsync(ct));
        foreach (var ramal in ramais)
        {
            await todos.HerdarDireitosAsync(ramal, ct);
        }

        await AlojarAsync(todos, ramais, conexao?.LugarDosRamais ?? "", ct);
        var confirmados = ramais.FindAll(r => r.Confirmado(conexao));
        foreach (var ramal in confirmados)
        {
            await todos.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
        }

        await todos.SaveChangesAsync(ct);
        return conexao?.LugarDosRamais is { Length: > 0 } ? [.. ramais.Except(confirmados).Select(r => r.UsuarioId)] : [];
    }

    /// <summary>
    /// Of several with one number the given goes before the proven; the others have no address then. Where nobody's it is, all
    /// keep it: who is proven first has it.
    /// </summary>
    private static async Task AlojarAsync(CrmDbContext todos, List<RamalVoip> ramais, string lugar, CancellationToken ct)
    {
        var cedem = ramais
            .GroupBy(r => RamalVoip.EnderecoDe(r.Extension, lugar))
            .Select(g => g.OrderBy(r => r.DadoEm is null).ThenBy(r => r.ProvadoEm is null).ThenBy(r => r.CriadoEm).ThenBy(r => r.Id).ToList())
            .Where(g => g[0].DadoOuProvado)
            .SelectMany(g => g.Skip(1))
            .ToList();

        // Saved first: the index counts one of each address at each moment.
        cedem.ForEach(r => r.Desalojar());
        await todos.SaveChangesAsync(ct);
        ramais.Except(cedem).ToList().ForEach(r => r.Alojar(lugar));
        await todos.SaveChangesAsync(ct);
    }

    private async Task ProvarAsync(Guid usuarioId, IReadOnlyList<Api4ComExtensionSecret>? lista, CancellationToken ct)
    {
        if (await escopos.AbrirAsync(db.Organizacao.IdExigido, ct, usuarioId) is not { } escopo)
        {
            return;
        }

        await using (escopo)
        {
            await escopo.Db.EmTransacaoAsync(
                async () =>
                {
                    await escopo.Db.TravarRamaisAsync(ct);
                    if (await escopo.Db.RamaisVoip.SingleOrDefaultAsync(r => r.UsuarioId == usuarioId, ct) is { } ramal)
                    {
                        await escopo.Services.GetRequiredService<ProvarRamal>().ExecutarAsync(ramal, lista, null, ct);
                        await escopo.Db.ManterTitularAsync(ramal, relogio.GetUtcNow(), ct);
                    }

                    return await escopo.Db.SaveChangesAsync(ct);
                },
                ct);
        }
    }
}
