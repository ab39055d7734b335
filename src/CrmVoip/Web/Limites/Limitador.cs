using System.Threading.RateLimiting;
using CrmVoip.Data;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CrmVoip.Web.Limites;

/// <summary>Counts requests: here, or in PostgreSQL for all instances.</summary>
public sealed class Limitador(IOptions<OpcoesDosLimites> opcoes, IMemoryCache esgotados) : IDisposable
{
    private readonly PartitionedRateLimiter<(string Chave, int Vezes)> _locais = PartitionedRateLimiter.Create<(string Chave, int Vezes), string>(
        pedido => RateLimitPartition.GetFixedWindowLimiter(
            pedido.Chave,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = pedido.Vezes, Window = Limite.Janela }));

    /// <summary>Null when it may go on; otherwise how long to wait.</summary>
    public async Task<TimeSpan?> ContarAsync(Limite limite, HttpContext contexto)
    {
        var vezes = opcoes.Value.Vezes(limite);
        var chave = $"{limite.Nome} {ChaveDoLimite.De(limite.Por, contexto)}";
        return limite.Compartilhado ? await NoBancoAsync(chave, vezes, contexto) : Aqui(chave, vezes);
    }

    public void Dispose() => _locais.Dispose();

    private TimeSpan? Aqui(string chave, int vezes)
    {
        using var licenca = _locais.AttemptAcquire((chave, vezes));
        return licenca.IsAcquired ? null : licenca.TryGetMetadata(MetadataName.RetryAfter, out var espera) ? espera : Limite.Janela;
    }

    // What is over is remembered to the end of the window: a flood costs the database no more than its limit.
    private async Task<TimeSpan?> NoBancoAsync(string chave, int vezes, HttpContext contexto)
    {
        if (esgotados.TryGetValue(chave, out DateTimeOffset fim) && fim - DateTimeOffset.UtcNow is { Ticks: > 0 } espera)
        {
            return espera;
        }

        var contagem = await contexto.RequestServices.GetRequiredService<ContasDbContext>().ContarAsync(chave, Limite.Janela, contexto.RequestAborted);
        if (contagem.Vezes <= vezes)
        {
            return null;
        }

        esgotados.Set(chave, DateTimeOffset.UtcNow + contagem.Resta, contagem.Resta);
        return contagem.Resta;
    }
}
