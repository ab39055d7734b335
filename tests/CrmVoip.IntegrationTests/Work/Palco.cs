using System.Collections.Concurrent;
using CrmVoip.Work;

namespace CrmVoip.IntegrationTests.Work;

/// <summary>What the work of these tests does, and what it did.</summary>
public sealed class Palco
{
    private readonly ConcurrentQueue<Guid> _comecaram = new();
    private readonly ConcurrentQueue<Guid> _terminaram = new();
    private readonly ConcurrentDictionary<Guid, int> _juntos = new();

    /// <summary>Ends at once, well, unless a test says otherwise.</summary>
    public Func<Guid, int, CancellationToken, Task<Desfecho>> Fazer { get; set; } = (_, _, _) => Task.FromResult(Desfecho.Feito);

    public IReadOnlyCollection<Guid> Comecaram => _comecaram;

    public IReadOnlyCollection<Guid> Terminaram => _terminaram;

    /// <summary>Lines that ran more than once at the same time.</summary>
    public int Sobrepostos { get; private set; }

    public async Task<Desfecho> RodarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        _comecaram.Enqueue(linhaId);
        if (_juntos.AddOrUpdate(linhaId, 1, (_, n) => n + 1) > 1)
        {
            Sobrepostos++;
        }

        try
        {
            var desfecho = await Fazer(linhaId, tentativa, ct);
            _terminaram.Enqueue(linhaId);
            return desfecho;
        }
        finally
        {
            _juntos.AddOrUpdate(linhaId, 0, (_, n) => n - 1);
        }
    }
}

public sealed class TrabalhoRapido(Palco palco) : ITrabalho
{
    public static string Tipo => "teste-rapido";

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => palco.RodarAsync(linhaId, tentativa, ct);
}

public sealed class TrabalhoLento(Palco palco) : ITrabalho
{
    public static string Tipo => "teste-lento";

    public static bool Lento => true;

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => palco.RodarAsync(linhaId, tentativa, ct);
}

public sealed class TrabalhoFragil(Palco palco) : ITrabalho
{
    public static string Tipo => "teste-fragil";

    public static int TentativasMaximo => 2;

    public Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct) => palco.RodarAsync(linhaId, tentativa, ct);
}
