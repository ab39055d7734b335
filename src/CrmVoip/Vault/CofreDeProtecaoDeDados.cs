using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CrmVoip.Vault;

public sealed class CofreDeProtecaoDeDados(IDataProtectionProvider provedor) : ICofre
{
    private const string Versao = "v1:";

    public string Cifrar(LugarDoSegredo lugar, string texto) => Versao + Protetor(lugar).Protect(texto);

    public string Decifrar(LugarDoSegredo lugar, string cifrado)
    {
        if (!cifrado.StartsWith(Versao, StringComparison.Ordinal))
        {
            throw new SegredoIlegivelException();
        }

        try
        {
            return Protetor(lugar).Unprotect(cifrado[Versao.Length..]);
        }
        catch (CryptographicException erro)
        {
            throw new SegredoIlegivelException(erro);
        }
    }

    private IDataProtector Protetor(LugarDoSegredo lugar) =>
        provedor.CreateProtector("crm.segredos.v1", lugar.OrganizacaoId.ToString("D"), lugar.Coluna, lugar.LinhaId.ToString("D"));
}
