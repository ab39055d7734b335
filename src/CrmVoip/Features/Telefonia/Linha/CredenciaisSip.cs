using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CrmVoip.Domain;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>What the page's phone registers with. The password stays on the server: Ha1 is MD5(user:realm:password), as SIP digest wants it.</summary>
public sealed record CredenciaisSip(
    IReadOnlyList<string> WssUrl,
    string Uri,
    string AuthorizationUser,
    string Realm,
    string Ha1,
    string DisplayName,
    IReadOnlyList<ServidorIce> IceServers,
    int RegisterExpires,
    string Ramal,
    string Modo)
{
    private const int RegistroEmSegundos = 180;

    public static CredenciaisSip De(
        string extension,
        string senha,
        string sipServer,
        string nome,
        string wssUrl,
        ModoDeDiscagem modo,
        IReadOnlyList<ServidorIce>? iceServers = null,
        string? realm = null) => new(
        [wssUrl],
        $"sip:{extension}@{sipServer}",
        extension,
        RealmOuDominio(realm, sipServer),
        CalcularHa1(extension, RealmOuDominio(realm, sipServer), senha),
        nome,
        iceServers ?? [],
        RegistroEmSegundos,
        extension,
        modo == ModoDeDiscagem.Dialer ? "dialer" : "sip");

    private static string RealmOuDominio(string? realm, string sipServer) => string.IsNullOrEmpty(realm) ? sipServer : realm;

    private static string CalcularHa1(string usuario, string realm, string senha)
    {
        // RFC 3261 leaves no choice of hash.
#pragma warning disable CA5351
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes($"{usuario}:{realm}:{senha}")));
#pragma warning restore CA5351
    }
}

/// <summary>As the browser's RTCPeerConnection takes it; user and password only for TURN.</summary>
public sealed record ServidorIce(
    string Urls,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Username,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Credential);
