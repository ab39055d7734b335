using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrmVoip.Hosting;

/// <summary>The certificate that wraps the data protection keys. It lives outside the database and its backups.</summary>
public static class CertificadoDoCofre
{
    public static X509Certificate2 Abrir(OpcoesDoCofre opcoes)
    {
        if (string.IsNullOrWhiteSpace(opcoes.Certificado))
        {
            throw new PartidaRecusadaException(
                "Crm:Cofre:Certificado is not set: the keys that open stored secrets need a certificate. Make one with `CrmVoip certificado FILE`.");
        }

        if (!File.Exists(opcoes.Certificado))
        {
            throw new PartidaRecusadaException(
                $"Crm:Cofre:Certificado ({opcoes.Certificado}) is not there. Put the file back; for a first installation make one with `CrmVoip certificado {opcoes.Certificado}`.");
        }

        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(opcoes.Certificado, opcoes.Senha);
        }
        catch (Exception erro) when (erro is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new PartidaRecusadaException($"Crm:Cofre:Certificado ({opcoes.Certificado}) could not be opened: {erro.Message}", erro);
        }
    }

    public static IEnumerable<X509Certificate2> AbrirAnteriores(OpcoesDoCofre opcoes) =>
        opcoes.Anteriores.Select(anterior => anterior.Split('|', 2)).Select(partes =>
            Abrir(new OpcoesDoCofre { Certificado = partes[0], Senha = partes.Length > 1 ? partes[1] : null }));

    /// <summary>Makes a certificate once; an existing file is kept.</summary>
    public static void Criar(string arquivo, string? senha)
    {
        if (File.Exists(arquivo))
        {
            return;
        }

        try
        {
            Escrever(arquivo, senha);
        }
        catch (Exception erro) when (erro is IOException or UnauthorizedAccessException)
        {
            throw new PartidaRecusadaException($"The certificate could not be written: {erro.Message}", erro);
        }
    }

    private static void Escrever(string arquivo, string? senha)
    {
        using var chave = RSA.Create(3072);
        var pedido = new CertificateRequest("CN=CrmVoip cofre", chave, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificado = pedido.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(20));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(arquivo))!);
        var opcoes = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opcoes.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var saida = new FileStream(arquivo, opcoes);
        saida.Write(certificado.Export(X509ContentType.Pfx, senha));
    }
}

/// <summary>The product refuses to start. The message tells the operator what to mend.</summary>
public sealed class PartidaRecusadaException(string message, Exception? inner = null) : Exception(message, inner);
