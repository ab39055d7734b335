using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>Opens the password of a ramal, in its owner's scope: row-level security shows it to nobody else.</summary>
public sealed class SenhaDoRamal(CrmDbContext db, ICofre cofre)
{
    /// <summary>Null when no password was ever saved.</summary>
    public async Task<string?> AbrirAsync(RamalVoip ramal, CancellationToken ct)
    {
        var segredo = await db.RamaisVoipSegredos.AsNoTracking().SingleOrDefaultAsync(s => s.Id == ramal.SegredoId && s.RamalId == ramal.Id, ct);
        return segredo is null
            ? null
            : cofre.Decifrar(new LugarDoSegredo(segredo.OrganizacaoId, RamalVoipSegredo.Coluna, segredo.Id), segredo.PasswordEncrypted);
    }
}
