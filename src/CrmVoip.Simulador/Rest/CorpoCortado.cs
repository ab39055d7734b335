using System.Text.Json;

namespace CrmVoip.Simulador.Rest;

/// <summary>An answer whose connection breaks in the middle of the body.</summary>
public sealed class CorpoCortado(object corpo) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(corpo, JsonSerializerOptions.Web);
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await httpContext.Response.Body.FlushAsync();
        httpContext.Abort();
    }
}
