using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>A call that goes on is looked at when its browser may have gone silent.</summary>
public sealed class VigiarLigacao(Agenda agenda, IOptions<OpcoesDeLigacao> opcoes)
{
    /// <summary>In the transaction that begins the call, or lets it go on.</summary>
    public Task ExecutarAsync(Guid ligacaoId, CancellationToken ct) =>
        agenda.AgendarAsync<VarrerLigacao>(ligacaoId, opcoes.Value.OrfaDepoisDe, ct);
}

/// <summary>Calls that go on, should their look be lost or never have been scheduled.</summary>
public sealed class SementeDaVarredura(CrmDbContext db, VigiarLigacao vigiar) : ISemente
{
    public async Task SemearAsync(Agenda agenda, CancellationToken ct)
    {
        foreach (var id in await db.Ligacoes.Where(l => l.Status == StatusDaLigacao.EmAndamento).Select(l => l.Id).ToListAsync(ct))
        {
            await vigiar.ExecutarAsync(id, ct);
        }
    }
}
