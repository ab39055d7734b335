using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>PgBouncer's console. It speaks PostgreSQL's simple query protocol only, which Npgsql does not.</summary>
public static class ConsoleDoPgBouncer
{
    private const int VersaoDoProtocolo = 196_608;

    public static async Task<List<Dictionary<string, string>>> PerguntarAsync(int porta, string comando)
    {
        using var cliente = new TcpClient();
        await cliente.ConnectAsync("127.0.0.1", porta);
        await using var canal = cliente.GetStream();
        await canal.WriteAsync(Mensagem(null, [.. Inteiro(VersaoDoProtocolo), .. Texto("user"), .. Texto("admin"), .. Texto("database"), .. Texto("pgbouncer"), 0]));
        await LerAteProntoAsync(canal);
        await canal.WriteAsync(Mensagem('Q', Texto(comando)));
        return await LerAteProntoAsync(canal);
    }

    private static async Task<List<Dictionary<string, string>>> LerAteProntoAsync(NetworkStream canal)
    {
        var (colunas, linhas) = (Array.Empty<string>(), new List<Dictionary<string, string>>());
        var cabeca = new byte[5];
        while (true)
        {
            await canal.ReadExactlyAsync(cabeca);
            var corpo = new byte[BinaryPrimitives.ReadInt32BigEndian(cabeca.AsSpan(1)) - 4];
            await canal.ReadExactlyAsync(corpo);
            switch ((char)cabeca[0])
            {
                case 'Z':
                    return linhas;
                case 'E':
                    throw new InvalidOperationException($"PgBouncer: {Encoding.UTF8.GetString(corpo).Replace('\0', ' ')}");
                case 'T':
                    colunas = Colunas(corpo);
                    break;
                case 'D':
                    linhas.Add(colunas.Zip(Valores(corpo)).ToDictionary(p => p.First, p => p.Second));
                    break;
            }
        }
    }

    private static string[] Colunas(byte[] corpo)
    {
        const int DepoisDoNome = 18;
        var (nomes, em) = (new string[BinaryPrimitives.ReadInt16BigEndian(corpo)], 2);
        for (var i = 0; i < nomes.Length; i++)
        {
            var fim = Array.IndexOf(corpo, (byte)0, em);
            nomes[i] = Encoding.UTF8.GetString(corpo, em, fim - em);
            em = fim + 1 + DepoisDoNome;
        }

        return nomes;
    }

    private static string[] Valores(byte[] corpo)
    {
        var (valores, em) = (new string[BinaryPrimitives.ReadInt16BigEndian(corpo)], 2);
        for (var i = 0; i < valores.Length; i++)
        {
            var tamanho = Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(corpo.AsSpan(em)));
            valores[i] = Encoding.UTF8.GetString(corpo, em + 4, tamanho);
            em += 4 + tamanho;
        }

        return valores;
    }

    private static byte[] Mensagem(char? tipo, byte[] corpo) => [.. tipo is { } t ? [(byte)t] : Array.Empty<byte>(), .. Inteiro(corpo.Length + 4), .. corpo];

    private static byte[] Texto(string texto) => [.. Encoding.UTF8.GetBytes(texto), 0];

    private static byte[] Inteiro(int valor)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, valor);
        return bytes;
    }
}
