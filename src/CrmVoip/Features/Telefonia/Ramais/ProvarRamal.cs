using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>
/// Proves the ramal of a person against the provider's list, in that person's scope and the current unit of work, which holds
/// the ramais. What the administrador took away from this very person is proven no more: only given.
/// </summary>
public sealed class ProvarRamal(CrmDbContext db, SenhaDoRamal senhas, Auditoria auditoria, TimeProvider relogio)
{
    /// <param name="ramal">The own ramal, at its address.</param>
    /// <param name="lista">What the provider lists; null when it could not be asked.</param>
    /// <param name="senhaNova">The password being saved; null for the saved one.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task ExecutarAsync(RamalVoip ramal, IReadOnlyList<Api4ComExtensionSecret>? lista, string? senhaNova, CancellationToken ct)
    {
        if (lista is null || await ProvaAsync(ramal, lista, senhaNova, ct) is not { } prova)
        {
            return;
        }

        ramal.Provar(prova, relogio.GetUtcNow());
        auditoria.Registrar(new RamalProvado { Prova = ramal.Prova }.Do(ramal), ramal.Id);
        if (prova == ProvaDoRamal.Senha && senhaNova is null)
        {
            await ContarDesdeASenhaAsync(ramal, ct);
        }
    }

    private async Task<ProvaDoRamal?> ProvaAsync(RamalVoip ramal, IReadOnlyList<Api4ComExtensionSecret> lista, string? senhaNova, CancellationToken ct)
    {
        if (ramal.Endereco is null || ramal.DadoOuProvado || await TiradoAsync(ramal, ct) || await db.NumeroDeOutraAsync(ramal.Extension, ramal.UsuarioId, ct))
        {
            return null;
        }

        var email = await db.Membros.Where(m => m.UsuarioId == ramal.UsuarioId && m.Ativo).Select(m => m.Email).SingleOrDefaultAsync(ct);
        var senha = senhaNova ?? await senhas.AbrirAsync(ramal, ct);
        return lista.Prova(ramal.Extension, await db.LugarDosRamaisAsync(ct), senha, email ?? "");
    }

    private Task<bool> TiradoAsync(RamalVoip ramal, CancellationToken ct) =>
        db.RamaisRevogados().AnyAsync(r => r.UsuarioId == ramal.UsuarioId && r.Extension == ramal.Extension, ct);

    // The list was not there when it was saved; who knew the password then was its person then.
    private async Task ContarDesdeASenhaAsync(RamalVoip ramal, CancellationToken ct)
    {
        var desde = await db.RamaisVoipSegredos.Where(s => s.Id == ramal.SegredoId).Select(s => s.CriadoEm).SingleAsync(ct);
        await db.Ligacoes
            .Where(l => l.UsuarioId == ramal.UsuarioId && l.NumeroOrigem == ramal.Extension && l.InicioEm >= desde && !l.RamalConfirmado)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.RamalConfirmado, true), ct);
    }
}
