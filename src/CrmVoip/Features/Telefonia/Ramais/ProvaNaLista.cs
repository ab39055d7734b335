using System.Security.Cryptography;
using System.Text;
using CrmVoip.Api4Com.Models;
using CrmVoip.Domain;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>What the provider's list proves: who knows the ramal's password, or has the e-mail it is given to there, is its person.</summary>
public static class ProvaNaLista
{
    /// <summary>Null when it proves nothing.</summary>
    public static ProvaDoRamal? Prova(this IReadOnlyList<Api4ComExtensionSecret> lista, string extension, string lugar, string? senha, string email)
    {
        if (lista.DoNumero(extension, lugar) is not { } ramal)
        {
            return null;
        }

        return Iguais(ramal.Password, senha) ? ProvaDoRamal.Senha
            : !string.IsNullOrEmpty(email) && string.Equals(ramal.Extension.Email, email, StringComparison.OrdinalIgnoreCase) ? ProvaDoRamal.Email
            : null;
    }

    // An account has one domain. Should one ever list several, the number alone says nothing.
    private static Api4ComExtensionSecret? DoNumero(this IReadOnlyList<Api4ComExtensionSecret> lista, string extension, string lugar)
    {
        var doNumero = lista.Where(r => string.Equals(r.Extension.Number, extension, StringComparison.OrdinalIgnoreCase)).ToList();
        return doNumero is [var unico] ? unico : doNumero.Find(r => string.Equals(r.Extension.Domain, lugar, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Iguais(string? daApi4Com, string? senha) =>
        !string.IsNullOrEmpty(daApi4Com) && !string.IsNullOrEmpty(senha)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(daApi4Com), Encoding.UTF8.GetBytes(senha));
}
