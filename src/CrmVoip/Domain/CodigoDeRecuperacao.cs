using System.Security.Cryptography;
using System.Text;

namespace CrmVoip.Domain;

/// <summary>Opens the account once without the app. The code is shown when it is made; only its digest is kept.</summary>
public sealed class CodigoDeRecuperacao(Guid usuarioId, byte[] resumo)
{
    public const int Quantos = 10;

    // No letter or digit that is taken for another one; 16 of them are 80 bits, which nobody guesses from a digest.
    private const string Alfabeto = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Tamanho = 16;
    private const int Grupo = 4;

    public Guid UsuarioId { get; private init; } = usuarioId;

    public byte[] Resumo { get; private init; } = resumo;

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? UsadoEm { get; private set; }

    public static string Novo() =>
        string.Join('-', RandomNumberGenerator.GetString(Alfabeto, Tamanho).Chunk(Grupo).Select(g => new string(g)));

    /// <summary>Of the code as somebody typed it: capitals, hyphens and blanks do not matter.</summary>
    public static byte[] Resumir(Guid usuarioId, string codigo) => SHA256.HashData(
        [.. usuarioId.ToByteArray(), .. Encoding.UTF8.GetBytes(string.Concat(codigo.Where(char.IsLetterOrDigit)).ToLowerInvariant())]);
}
