using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Each request comes from an address of its own: limits per address would take all tests for one person.</summary>
public sealed class EnderecoProprio : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((contexto, seguir) =>
        {
            contexto.Connection.RemoteIpAddress = new IPAddress(RandomNumberGenerator.GetBytes(16));
            return seguir(contexto);
        });
        next(app);
    };
}
