using System.Buffers;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>Streams a recording to the player with back pressure: what the player does not read is not fetched.</summary>
public sealed class GravacaoResult(EntregaDaGravacao entrega) : IActionResult
{
    private const int Bloco = 64 * 1024;
    private static readonly TimeSpan _silencioMaximo = TimeSpan.FromSeconds(30);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var resposta = context.HttpContext.Response;
        var ct = context.HttpContext.RequestAborted;
        resposta.StatusCode = entrega.Status;
        resposta.Headers.CacheControl = "private, no-store";
        resposta.Headers.AcceptRanges = "bytes";
        resposta.Headers.ContentDisposition = "inline";
        resposta.Headers.ContentRange = entrega.ContentRange;
        resposta.ContentLength = entrega.Enviar;
        if (entrega.Origem is not { } origem)
        {
            return;
        }

        resposta.ContentType = entrega.Tipo;
        if (context.HttpContext.SoCabecalhos())
        {
            return;
        }

        try
        {
            await CopiarAsync(origem, resposta.Body, ct);
        }
        catch (Exception erro) when (erro is OperationCanceledException or IOException or HttpRequestException)
        {
            // The player went away, or the provider did: the answer has begun, so all that is left is to end it.
            context.HttpContext.Abort();
        }
    }

    private async Task CopiarAsync(GravacaoAberta origem, Stream saida, CancellationToken ct)
    {
        var (pular, enviar) = (entrega.Pular, entrega.Enviar ?? long.MaxValue);
        async Task PassarAsync(ReadOnlyMemory<byte> bloco)
        {
            var inicio = (int)Math.Min(pular, bloco.Length);
            var quantos = (int)Math.Min(bloco.Length - inicio, enviar);
            (pular, enviar) = (pular - inicio, enviar - quantos);
            await saida.WriteAsync(bloco.Slice(inicio, quantos), ct);
        }

        await PassarAsync(origem.Espiado);
        var audio = await origem.CorpoAsync(ct);
        using var silencio = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var bloco = ArrayPool<byte>.Shared.Rent(Bloco);
        try
        {
            while (enviar > 0)
            {
                silencio.CancelAfter(_silencioMaximo);
                var lidos = await audio.ReadAsync(bloco.AsMemory(0, Bloco), silencio.Token);
                silencio.CancelAfter(Timeout.InfiniteTimeSpan);
                if (lidos == 0)
                {
                    return;
                }

                await PassarAsync(bloco.AsMemory(0, lidos));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bloco);
        }
    }
}
