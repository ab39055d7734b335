using System.Net;
using CrmVoip.Api4Com.Network;
using Microsoft.Extensions.Options;

namespace CrmVoip.Api4Com;

public static class Api4ComExtensions
{
    /// <summary>Name of the HttpClient that streams recordings: guarded like the rest, without a limit on the whole request.</summary>
    public const string RecordingsClient = "api4com.recordings";

    private const long LargestAnswer = 8 * 1024 * 1024;

    public static IServiceCollection AddApi4Com(this IServiceCollection services, Action<Api4ComOptions> configure)
    {
        services.AddOptions<Api4ComOptions>().Configure(configure);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<Api4ComOptions>>().Value);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<Api4ComOptions>();
            return new AddressGuard(options.AllowLocal, options.AllowedNetworks, options.Offline ? (_, _) => Task.FromResult<IPAddress[]>([]) : null);
        });

        // No loggers: addresses of recordings are secrets, and the headers hold the token.
        services.AddHttpClient<Api4ComClient>(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => GuardedHandler.Create(provider.GetRequiredService<AddressGuard>()))
            .RemoveAllLoggers();
        services.AddHttpClient(RecordingsClient, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => GuardedHandler.Create(provider.GetRequiredService<AddressGuard>()))
            .RemoveAllLoggers();
        return services;
    }
}
