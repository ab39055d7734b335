using CrmVoip.Data;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// The names one SIP domain goes by: what the account revealed and what the administrador typed over it are the same place. A
/// ramal is a number within such a place; where nobody names one, the connection's is meant.
/// </summary>
public sealed class DominiosDaConexao
{
    private readonly HashSet<string> _nomes;

    private DominiosDaConexao(IEnumerable<string?> nomes) => _nomes = [.. nomes.OfType<string>().Select(n => n.ToLowerInvariant())];

    public static async Task<DominiosDaConexao> LerAsync(CrmDbContext db, CancellationToken ct)
    {
        var conexao = await db.ConexaoAtual()
            .Select(i => new { i.SipDomain, i.DominioDaConta })
            .SingleOrDefaultAsync(ct);

        // While the account has not told its own name, what was typed may be another name of the same place.
        return new DominiosDaConexao(conexao?.DominioDaConta is null ? [] : [conexao.SipDomain, conexao.DominioDaConta]);
    }

    /// <summary>The one name that stands for all of them; empty for the connection's own.</summary>
    public string Lugar(string? dominio) => dominio?.ToLowerInvariant() is { } nome && _nomes.Count > 0 && !_nomes.Contains(nome) ? nome : "";
}
