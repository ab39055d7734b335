using CrmVoip.Data;
using CrmVoip.Features.Pessoas.Correio;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>After a check: when calls were made and the provider knew nothing of them, or little, the administradores are told, once until it heals.</summary>
public sealed partial class VigiarFluxo(CrmDbContext db, AvisosAosAdministradores avisos, TimeProvider relogio, ILogger<VigiarFluxo> log)
{
    public Task<int> ExecutarAsync(Guid integracaoId, CancellationToken ct) => db.EmTransacaoAsync(
        async () =>
        {
            var agora = relogio.GetUtcNow();
            var contagem = await db.FluxoDoDiaAsync(agora, ct);
            if (await db.Integracoes.SingleOrDefaultAsync(i => i.Id == integracaoId, ct) is { } conexao
                && conexao.MarcarSilencio(contagem.Calado || contagem.Falho, agora))
            {
                Calado(log, conexao.OrganizacaoId, contagem.Feitas, contagem.Encontradas);
                await avisos.AgendarAsync<AvisarFluxoCalado>(ct);
            }

            return await db.SaveChangesAsync(ct);
        },
        ct);

    [LoggerMessage(LogLevel.Error, "The provider tells too little of the calls of {Organizacao}: {Feitas} made in 24 hours, {Encontradas} found. Check its clock, the token and the SIP domain.")]
    private static partial void Calado(ILogger logger, Guid organizacao, int feitas, int encontradas);
}
