using Microsoft.AspNetCore.Http.Features;

namespace CrmVoip.Hosting;

/// <summary>
/// A database that swallows everything (frozen, or behind a network that does) looks like one at work: what was asked of it may
/// take long, and is let. So while a request takes longer than usual, another connection asks whether anybody is there; when
/// nobody is, what the request waits for is cancelled, and it is told so as it is when the database is away.
/// </summary>
public sealed class BancoParado(RequestDelegate next, SinalDoBanco sinal)
{
    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _deNovo = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext contexto)
    {
        using var parar = CancellationTokenSource.CreateLinkedTokenSource(contexto.RequestAborted);
        using var fim = new CancellationTokenSource();
        var vida = contexto.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        var propria = vida.RequestAborted;
        vida.RequestAborted = parar.Token;
        var vigia = VigiarAsync(contexto, parar, fim.Token);
        try
        {
            await next(contexto);
        }
        catch (Exception erro) when (parar.IsCancellationRequested && !propria.IsCancellationRequested)
        {
            throw new BancoParadoException(erro);
        }
        finally
        {
            await fim.CancelAsync();
            await vigia;
            vida.RequestAborted = propria;
        }
    }

    private async Task VigiarAsync(HttpContext contexto, CancellationTokenSource parar, CancellationToken fim)
    {
        try
        {
            await Task.Delay(_paciencia, fim);
            while (contexto.Response.HasStarted || await sinal.HaAsync().WaitAsync(fim))
            {
                await Task.Delay(_deNovo, fim);
            }

            // Npgsql asks the server to cancel before it returns from here.
            _ = parar.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // It ended before.
        }
    }
}

/// <summary>What a request waited for was given up, for the database gives no sign.</summary>
public sealed class BancoParadoException(Exception causa) : Exception("The database gives no sign.", causa);
