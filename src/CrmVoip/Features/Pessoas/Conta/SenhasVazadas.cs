using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// The operator's list of breached passwords: a file of SHA-1 in hexadecimal, one a line in ascending order, with ":count" behind
/// it or not, as Have I Been Pwned delivers it. Looked into by halves: some 35 short reads in 40 GB, nothing is loaded.
/// </summary>
public sealed partial class SenhasVazadas(IOptions<OpcoesDaConta> opcoes, ILogger<SenhasVazadas> log)
{
    private const int Digitos = 40;
    private const int LinhaMaxima = 128;
    private const int Amostras = 64;

    /// <summary>What is wrong with the file, in one sentence for the operator; null when it may be used, or there is none.</summary>
    public string? Falta()
    {
        if (opcoes.Value.SenhasVazadas is not { Length: > 0 } caminho)
        {
            return null;
        }

        try
        {
            using var arquivo = File.OpenHandle(caminho);
            var tamanho = RandomAccess.GetLength(arquivo);
            var amostra = Enumerable.Range(0, Amostras).Select(i => LinhaAPartirDe(arquivo, tamanho / Amostras * i)?.Hash).OfType<string>().ToList();
            return amostra.Count > 0 && amostra.All(h => h.All(char.IsAsciiHexDigit)) && amostra.SequenceEqual(amostra.Order(StringComparer.OrdinalIgnoreCase))
                ? null
                : "Crm:SenhasVazadas is no file of SHA-1 in ascending order, one a line, as Have I Been Pwned delivers it.";
        }
        catch (Exception erro) when (erro is IOException or UnauthorizedAccessException)
        {
            return $"Crm:SenhasVazadas cannot be read: {erro.Message}";
        }
    }

    public bool Contem(string senha)
    {
        if (opcoes.Value.SenhasVazadas is not { Length: > 0 } caminho)
        {
            return false;
        }

        try
        {
            using var arquivo = File.OpenHandle(caminho);
#pragma warning disable CA5350 // The published lists are of SHA-1: nothing is protected by it here.
            return Contem(arquivo, Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(senha))));
#pragma warning restore CA5350
        }
        catch (Exception erro) when (erro is IOException or UnauthorizedAccessException)
        {
            // A list that was unmounted must not keep people from setting a password.
            NaoLeu(log, erro);
            return false;
        }
    }

    private static bool Contem(SafeFileHandle arquivo, string procurada)
    {
        var (baixo, alto) = (0L, RandomAccess.GetLength(arquivo));
        while (baixo < alto)
        {
            var meio = baixo + ((alto - baixo) / 2);
            if (LinhaAPartirDe(arquivo, meio) is not { } linha || linha.Inicio >= alto)
            {
                alto = meio;
                continue;
            }

            switch (string.Compare(linha.Hash, procurada, StringComparison.OrdinalIgnoreCase))
            {
                case 0:
                    return true;
                case < 0:
                    baixo = linha.Inicio + 1;
                    break;
                default:
                    alto = meio;
                    break;
            }
        }

        return false;
    }

    /// <summary>The first line that begins there or behind; null when none does.</summary>
    private static (long Inicio, string Hash)? LinhaAPartirDe(SafeFileHandle arquivo, long posicao)
    {
        Span<byte> lidos = stackalloc byte[2 * LinhaMaxima];
        var desde = Math.Max(0, posicao - 1);
        lidos = lidos[..RandomAccess.Read(arquivo, lidos, desde)];
        var pulo = posicao == 0 ? 0 : lidos.IndexOf((byte)'\n') + 1;
        return (posicao > 0 && pulo == 0) || lidos.Length < pulo + Digitos
            ? null
            : (desde + pulo, Encoding.ASCII.GetString(lidos.Slice(pulo, Digitos)));
    }

    [LoggerMessage(LogLevel.Error, "Crm:SenhasVazadas cannot be read: breached passwords are not refused.")]
    private static partial void NaoLeu(ILogger logger, Exception erro);
}
