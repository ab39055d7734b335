using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>Makes rows of the telephones that a version before kept in the contact, some contacts at a time.</summary>
public sealed class PreencherTelefones(CrmDbContext db, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 500;
    private static readonly TimeSpan _porCorrida = TimeSpan.FromSeconds(20);

    public static string Tipo => "preencher-telefones";

    /// <summary>For so long that others have their turn; the rest is another run's.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        var comeco = relogio.GetTimestamp();
        while (await UmaVezAsync(ct))
        {
            if (relogio.GetElapsedTime(comeco) > _porCorrida)
            {
                return Desfecho.DeNovoEm(TimeSpan.Zero);
            }
        }

        return Desfecho.Feito;
    }

    /// <summary>To the end, however long it takes.</summary>
    public async Task TudoAsync(CancellationToken ct)
    {
        while (await UmaVezAsync(ct))
        {
        }
    }

    private Task<bool> UmaVezAsync(CancellationToken ct) => db.EmTransacaoAsync(() => db.PreencherTelefonesAsync(PorVez, ct), ct);
}

public sealed class SementeDosTelefones(CrmDbContext db) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        if (await db.Contatos.AnyAsync(c => !c.TelefonesProntos, ct))
        {
            await agenda.AgendarAsync<PreencherTelefones>(db.Organizacao.IdExigido, TimeSpan.Zero, ct);
        }
    }
}
