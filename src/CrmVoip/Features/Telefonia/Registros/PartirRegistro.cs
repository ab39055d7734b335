using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>
/// Two ids were taken for one call when only their starts were known, and what was said since shows that they are two: the id
/// that spoke leaves with its readings for a record of its own.
/// </summary>
public sealed class PartirRegistro(CrmDbContext db)
{
    /// <param name="registro">The record of the id that spoke.</param>
    /// <param name="leituras">Its readings, the new one among them; those that leave are taken out.</param>
    /// <param name="provedorId">The id that spoke.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>The record that the id has now; null where it stays.</returns>
    public async Task<RegistroDoProvedor?> ExecutarAsync(
        RegistroDoProvedor registro, List<LeituraDoProvedor> leituras, string provedorId, CancellationToken ct)
    {
        var suas = leituras.FindAll(l => l.Dados.ProvedorId == provedorId);
        var outras = leituras.FindAll(l => l.Dados.ProvedorId != provedorId);
        if (registro.TentativaId is not null || outras.Count == 0 || !Trecho(suas).SeguidoDe(Trecho(outras)))
        {
            return null;
        }

        var outro = new RegistroDoProvedor(registro.OrganizacaoId);
        db.Add(outro);
        suas.ForEach(l => l.PassarPara(outro.Id));
        var ids = await db.IdsDosRegistros.Where(i => i.RegistroId == registro.Id).ToListAsync(ct);
        ids.FindAll(i => i.ProvedorId == IdDoRegistro.Cortar(provedorId)).ForEach(i => i.PassarPara(outro.Id));
        leituras.RemoveAll(suas.Contains);
        outro.Projetar(RelatoDoProvedor.De(suas));
        return outro;
    }

    private static TrechoDaChamada Trecho(List<LeituraDoProvedor> leituras)
    {
        var relato = RelatoDoProvedor.De(leituras);
        return new TrechoDaChamada(relato.InicioEm, relato.FimEm);
    }
}
