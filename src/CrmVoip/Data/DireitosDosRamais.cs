using System.Text.Json;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Whose ramal it is: asked here, answered by RamalVoip.Confirmado.</summary>
public static class DireitosDosRamais
{
    private static readonly string[] _decisivas = [Acoes.RamalSalvo, Acoes.RamalAtribuido, Acoes.RamalImportado];

    /// <summary>The ramal of a person with its rights, to read; also of a row that an earlier version wrote and nobody looked at since.</summary>
    public static async Task<RamalVoip?> RamalDeAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct)
    {
        var ramal = await db.RamaisVoip.AsNoTracking().SingleOrDefaultAsync(r => r.UsuarioId == usuarioId, ct);
        if (ramal is { DireitosEm: null })
        {
            await db.HerdarDireitosAsync(ramal, ct);
            ramal.Alojar(await db.LugarDosRamaisAsync(ct));
        }

        return ramal;
    }

    /// <summary>
    /// Fills the columns that earlier versions did not have from what administradores did then: who gave the ramal, and who
    /// switched it off. A number that its person changed afterwards was not given.
    /// </summary>
    public static async Task HerdarDireitosAsync(this CrmDbContext db, RamalVoip ramal, CancellationToken ct)
    {
        if (ramal.DireitosEm is not null)
        {
            return;
        }

        (Guid, DateTimeOffset)? dado = null, desativado = null;
        var feitos = await db.AuditLog.AsNoTracking()
            .Where(a => a.EntidadeId == ramal.Id && _decisivas.Contains(a.Acao) && a.UsuarioId != null)
            .OrderBy(a => a.OcorridoEm).ThenBy(a => a.Id)
            .ToListAsync(ct);
        foreach (var feito in feitos)
        {
            using var dados = JsonDocument.Parse(feito.Dados);
            var (quem, este) = ((feito.UsuarioId!.Value, feito.OcorridoEm), Texto(dados, "ramal") == ramal.Extension);
            dado = !este ? null : feito.Acao == Acoes.RamalSalvo ? dado : quem;
            desativado = Texto(dados, "status") == EnumEmTexto.Texto(StatusDoRamal.Inativo) && feito.UsuarioId != ramal.UsuarioId ? quem : null;
        }

        ramal.Herdar(dado, desativado, await db.AgoraAsync(ct));
    }

    private static string? Texto(JsonDocument dados, string nome) =>
        dados.RootElement.TryGetProperty(nome, out var valor) && valor.ValueKind == JsonValueKind.String ? valor.GetString() : null;
}
