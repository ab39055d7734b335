using System.Text;

namespace CrmVoip.E2ETests.Infra;

/// <summary>The two tones of every call, and the file behind the fake microphone.</summary>
public static class Som
{
    public const double Microfone = 1000;
    public const double Cliente = 440;
    private const int Taxa = 48_000;

    /// <summary>One second of 1000 Hz at −6 dBFS: a whole number of periods, so that it loops without a click.</summary>
    public static string CriarMicrofone()
    {
        var arquivo = Path.Combine(Caminhos.Resultados, "microfone.wav");
        using var saida = new BinaryWriter(File.Create(arquivo), Encoding.ASCII);
        saida.Write("RIFF"u8);
        saida.Write(36 + (Taxa * 2));
        saida.Write("WAVEfmt "u8);
        saida.Write(16);
        saida.Write((short)1);
        saida.Write((short)1);
        saida.Write(Taxa);
        saida.Write(Taxa * 2);
        saida.Write((short)2);
        saida.Write((short)16);
        saida.Write("data"u8);
        saida.Write(Taxa * 2);
        for (var i = 0; i < Taxa; i++)
        {
            saida.Write((short)(Math.Sin(2 * Math.PI * Microfone * i / Taxa) * short.MaxValue / 2));
        }

        return arquivo;
    }
}
