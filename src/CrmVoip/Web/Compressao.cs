using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CrmVoip.Web;

/// <summary>
/// Pages are compressed, unless another site caused the request: who cannot cause a compressed answer cannot learn from its
/// length what stands in it (BREACH). Assets are compressed when the product is published.
/// </summary>
public static class Compressao
{
    public static IServiceCollection AddCompressao(this IServiceCollection services) =>
        services
            .AddResponseCompression(options =>
            {
                options.EnableForHttps = true;
                options.MimeTypes = ["text/html"];
            })
            .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
            .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);

    public static void UsarCompressao(this IApplicationBuilder app) =>
        app.UseWhen(contexto => PedidaPorNos(contexto.Request), ramo => ramo.UseResponseCompression());

    // A browser too old to say where a request comes from gets the plain page.
    private static bool PedidaPorNos(HttpRequest pedido) =>
        HttpMethods.IsGet(pedido.Method) && pedido.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";
}
