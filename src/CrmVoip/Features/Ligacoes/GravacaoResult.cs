using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Ligacoes;

/// <summary>Streams a recording to the player with back pressure: what the player does not read is not fetched.</summary>
public sealed class GravacaoResult(HttpResponseMessage origem, string tipo, RangeItemHeaderValue? trecho) : IActionResult
{
    private const int Bloco = 64 * 1024;
    private static readonly TimeSpan _silencioMaximo = TimeSpan.FromSeconds(30);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var resposta = context.HttpContext.Response;
        var ct = context.HttpContext.RequestAborted;
        var (status, pular, enviar) = Responder(resposta);
        resposta.StatusCode = status;
        resposta.Headers.CacheControl = "private, no-store";
        resposta.Headers.AcceptRanges = "bytes";
        resposta.Headers.ContentDisposition = "inline";
        resposta.ContentLength = enviar;
        if (status == StatusCodes.Status416RangeNotSatisfiable)
        {
            return;
        }

        resposta.ContentType = tipo;
        try
        {
            await using var audio = await origem.Content.ReadAsStreamAsync(ct);
            await CopiarAsync(audio, resposta.Body, pular, enviar ?? long.MaxValue, ct);
        }
        catch (Exception erro) when (erro is OperationCanceledException or IOException or HttpRequestException)
        {
            // The player went away, or the provider did: the answer has begun, so all that is left is to end it.
            context.HttpContext.Abort();
        }
    }

    /// <summary>Passes the provider's range on, or cuts it here when the provider sends the whole file whatever is asked.</summary>
    private (int Status, long Pular, long? Enviar) Responder(HttpResponse resposta)
    {
        var conteudo = origem.Content.Headers;
        switch (origem.StatusCode)
        {
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                resposta.Headers.ContentRange = conteudo.ContentRange?.ToString() ?? "bytes */*";
                return (StatusCodes.Status416RangeNotSatisfiable, 0, 0);
            case HttpStatusCode.PartialContent:
                resposta.Headers.ContentRange = conteudo.ContentRange?.ToString();
                return (StatusCodes.Status206PartialContent, 0, conteudo.ContentLength);
        }

        if (trecho is null || conteudo.ContentLength is not { } tamanho)
        {
            return (StatusCodes.Status200OK, 0, conteudo.ContentLength);
        }

        if (TrechoDoAudio.Em(trecho, tamanho) is not var (de, ate))
        {
            resposta.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{tamanho}");
            return (StatusCodes.Status416RangeNotSatisfiable, 0, 0);
        }

        resposta.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {de}-{ate}/{tamanho}");
        return (StatusCodes.Status206PartialContent, de, ate - de + 1);
    }

    private static async Task CopiarAsync(Stream audio, Stream saida, long pular, long enviar, CancellationToken ct)
    {
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

                var inicio = (int)Math.Min(pular, lidos);
                var quantos = (int)Math.Min(lidos - inicio, enviar);
                pular -= inicio;
                enviar -= quantos;
                await saida.WriteAsync(bloco.AsMemory(inicio, quantos), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bloco);
        }
    }
}
