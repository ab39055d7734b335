using System.Net.Http.Headers;
using CrmVoip.Api4Com;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>Opens a recording at the provider. Redirects are followed by hand, each one checked.</summary>
public sealed class BuscarGravacao(IHttpClientFactory clientes, EnderecoDaGravacao permitidos)
{
    private const int RedirecionamentosMaximo = 3;
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(15);

    /// <summary>The answer, headers only; null when there is nothing to be had there.</summary>
    public async Task<HttpResponseMessage?> ExecutarAsync(Uri endereco, string? baseUrl, RangeItemHeaderValue? trecho, CancellationToken ct)
    {
        for (var salto = 0; salto <= RedirecionamentosMaximo; salto++)
        {
            if (!permitidos.Permite(endereco, baseUrl) || await AbrirAsync(endereco, trecho, ct) is not { } resposta)
            {
                return null;
            }

            if ((int)resposta.StatusCode is < 300 or >= 400)
            {
                return resposta;
            }

            var destino = resposta.Headers.Location;
            resposta.Dispose();
            if (destino is null)
            {
                return null;
            }

            endereco = new Uri(endereco, destino);
        }

        return null;
    }

    private async Task<HttpResponseMessage?> AbrirAsync(Uri endereco, RangeItemHeaderValue? trecho, CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_esperaMaxima);
        using var pedido = new HttpRequestMessage(HttpMethod.Get, endereco);
        if (trecho is not null)
        {
            pedido.Headers.Range = new RangeHeaderValue { Ranges = { trecho } };
        }

        try
        {
            return await clientes.CreateClient(Api4ComExtensions.RecordingsClient)
                .SendAsync(pedido, HttpCompletionOption.ResponseHeadersRead, limite.Token);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
