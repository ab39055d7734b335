namespace CrmVoip.Work;

/// <summary>Periodic work of accounts, which nobody enters as an organization is entered. Its line is one for all of them.</summary>
public sealed record SementeDeConta(Func<AgendaDaConta, CancellationToken, Task> SemearAsync)
{
    public static SementeDeConta De<T>(Guid linha)
        where T : ITrabalho => new((agenda, ct) => agenda.AgendarAsync<T>(linha, ct));
}
