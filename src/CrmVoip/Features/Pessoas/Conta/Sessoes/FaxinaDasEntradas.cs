using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Conta.Sessoes;

/// <summary>
/// Sees to it that old rows are removed while new ones are made: with them, at most once an hour on this instance, so that the
/// cost follows the people who sign in.
/// </summary>
public sealed class FaxinaDasEntradas(AgendaDaConta agenda, CadenciaDaFaxina cadencia)
{
    /// <summary>In the transaction that makes rows.</summary>
    public Task AgendarAsync(CancellationToken ct) =>
        cadencia.Venceu() ? agenda.AgendarAsync<ApagarEntradas>(Guid.Empty, ct) : Task.CompletedTask;
}

/// <summary>When this instance last saw to it.</summary>
public sealed class CadenciaDaFaxina(TimeProvider relogio)
{
    private static readonly TimeSpan _intervalo = TimeSpan.FromHours(1);
    private readonly Lock _vez = new();
    private DateTimeOffset _ultima;

    public bool Venceu()
    {
        lock (_vez)
        {
            var agora = relogio.GetUtcNow();
            if (agora - _ultima < _intervalo)
            {
                return false;
            }

            _ultima = agora;
            return true;
        }
    }
}
