using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Fills once more, for what an older instance wrote while both versions ran.</summary>
public sealed class PreencherDeNovo(PreencherRegistros preencher) : ITrabalho
{
    public static string Tipo => "preencher-registros";

    public static TimeSpan Prazo => TimeSpan.FromMinutes(30);

    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        await preencher.TudoAsync(ct);
        return Desfecho.Feito;
    }
}
