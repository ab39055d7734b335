using System.Diagnostics.CodeAnalysis;
using CrmVoip.Text;

namespace CrmVoip.Api4Com;

/// <summary>Whose account a request is made with. One per customer, so it comes with each call.</summary>
public sealed class Api4ComAccount
{
    public const string DefaultBaseUrl = "https://api.api4com.com/api/v1";

    private const int SecureSipPort = 6443;

    public Api4ComAccount(string baseUrl, string token)
    {
        if (!TryReadBaseUrl(baseUrl, out var uri))
        {
            throw new Api4ComException(Api4ComErrorKind.AddressNotAllowed);
        }

        BaseUrl = uri;
        Token = token;
    }

    public Uri BaseUrl { get; }

    internal string Token { get; }

    /// <summary>An absolute web address without user, query or fragment. Whether it may be reached is AddressGuard's business.</summary>
    public static bool TryReadBaseUrl(string? text, [NotNullWhen(true)] out Uri? baseUrl) =>
        Uri.TryCreate(Digitado.Limpar(text).TrimEnd('/'), UriKind.Absolute, out baseUrl)
        && (baseUrl.Scheme == Uri.UriSchemeHttps || baseUrl.Scheme == Uri.UriSchemeHttp)
        && baseUrl.UserInfo.Length == 0 && baseUrl.Query.Length == 0 && baseUrl.Fragment.Length == 0;

    /// <summary>Where a domain's phones connect, unless the provider says otherwise.</summary>
    public static string WssUrlOf(string domain) => $"wss://{domain}:{SecureSipPort}";

    internal Uri At(string path) => new($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{path}");
}
