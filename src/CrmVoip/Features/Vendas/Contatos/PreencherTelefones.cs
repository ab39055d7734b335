using CrmVoip.Data;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>Makes rows of the telephones that a version before kept in the contact, some contacts at a time.</summary>
public sealed class PreencherTelefones(CrmDbContext db, TimeProvider relogio) : ITrabalho
{
    private const int PorVez = 500;

    public static string Tipo => "preencher-telefones";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => AosPoucos.UmaCorridaAsync(relogio, () => UmaVezAsync(ct));

    public Task TudoAsync(CancellationToken ct) => AosPoucos.TudoAsync(() => UmaVezAsync(ct));

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
