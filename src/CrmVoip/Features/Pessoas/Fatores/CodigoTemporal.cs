using System.Security.Cryptography;
using CrmVoip.Domain;
using OtpNet;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Codes that an app makes from a key and the time: RFC 6238, six digits, 30 seconds.</summary>
public static class CodigoTemporal
{
    public const int Digitos = 6;
    private const int BytesDoSegredo = 20;

    // A telephone whose clock goes half a minute wrong still gets in.
    private static readonly VerificationWindow _janela = new(previous: 1, future: 1);

    public static string NovoSegredo() => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(BytesDoSegredo));

    /// <returns>The step of time the code is of; null when it is none of now.</returns>
    public static long? Passo(string segredo, string codigo, DateTimeOffset agora) =>
        new Totp(Base32Encoding.ToBytes(segredo)).VerifyTotp(agora.UtcDateTime, codigo, out var passo, _janela) ? passo : null;

    /// <summary>What the QR code says to the app.</summary>
    public static string Endereco(Usuario usuario, string segredo) =>
        $"otpauth://totp/CrmVoip:{Uri.EscapeDataString(usuario.Email!)}?secret={segredo}&issuer=CrmVoip";
}
