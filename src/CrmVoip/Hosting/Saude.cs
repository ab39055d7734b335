using CrmVoip.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CrmVoip.Hosting;

/// <summary>Ready: the database answers as crm_app.</summary>
public sealed class SaudeDoBanco(CrmDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.EmTransacaoAsync(() => db.Organizacoes.AnyAsync(cancellationToken), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception erro) when (erro is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", erro);
        }
    }
}
