namespace CrmVoip.Api4Com.Network;

/// <summary>The only way out to an address a customer chose: no redirects, proxies or cookies, and every connection passes the guard.</summary>
public static class GuardedHandler
{
    public static SocketsHttpHandler Create(AddressGuard guard) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = guard.ConnectAsync,
    };
}
