using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>Stands for the product where it streams a recording: a small part first, and much more when it is told to go on.</summary>
public sealed class FonteDeAudio : IAsyncDisposable
{
    public const int Parte = 100;

    /// <summary>More than nginx keeps in memory.</summary>
    public const int Resto = 3_000_000;

    private readonly WebApplication _servidor;

    private FonteDeAudio(WebApplication servidor) => _servidor = servidor;

    public Uri Endereco => new(_servidor.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<FonteDeAudio> IniciarAsync(Task adiante)
    {
        var construtor = WebApplication.CreateEmptyBuilder(new());
        construtor.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var servidor = construtor.Build();
        servidor.Run(async contexto =>
        {
            contexto.Response.ContentType = "audio/mpeg";
            await contexto.Response.Body.WriteAsync(new byte[Parte], contexto.RequestAborted);
            await adiante.WaitAsync(contexto.RequestAborted);
            await contexto.Response.Body.WriteAsync(new byte[Resto], contexto.RequestAborted);
        });
        await servidor.StartAsync();
        return new FonteDeAudio(servidor);
    }

    public ValueTask DisposeAsync() => _servidor.DisposeAsync();
}
