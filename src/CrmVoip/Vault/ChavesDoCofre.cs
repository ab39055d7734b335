using System.Buffers.Text;

namespace CrmVoip.Vault;

/// <summary>Which key sealed a text. Data protection writes it in clear: a magic of four bytes, then the key's id.</summary>
public static class ChavesDoCofre
{
    private const int Magia = 4;
    private const int Id = 16;

    /// <summary>Null when the text is none of the vault's.</summary>
    public static Guid? IdDaChave(string cifrado)
    {
        var corpo = cifrado.AsSpan(cifrado.IndexOf(':', StringComparison.Ordinal) + 1);
        if (!Base64Url.IsValid(corpo, out var tamanho) || tamanho < Magia + Id)
        {
            return null;
        }

        return new Guid(Base64Url.DecodeFromChars(corpo).AsSpan(Magia, Id));
    }
}
