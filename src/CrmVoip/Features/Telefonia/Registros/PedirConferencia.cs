using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>When a call has ended: pairs what is known, and plans to ask the provider's list about it.</summary>
public sealed class PedirConferencia(CrmDbContext db, Agenda agenda, TimeProvider relogio, IOptions<OpcoesDeReconciliacao> opcoes)
{
    public async Task ExecutarAsync(Ligacao ligacao, CancellationToken ct)
    {
        if (ligacao.OrigemStatus != OrigemDoFato.Reconciliacao)
        {
            var conexaoId = await db.Integracoes.Conectadas().Select(i => (Guid?)i.Id).SingleOrDefaultAsync(ct);
            ligacao.ConferirDepoisDe(relogio.GetUtcNow() + opcoes.Value.AposLigacao);
            if (conexaoId is { } id)
            {
                await agenda.AgendarAsync<ConferirConexao>(id, opcoes.Value.AposLigacao, ct);
            }
        }

        await agenda.AgendarAsync<CasarLigacao>(ligacao.Id, ct);
    }
}
