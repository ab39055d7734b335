namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>
/// What a recording is, by its first bytes. What the provider calls it is not asked: it labels one format in many ways
/// (audio/x-mpeg, AUDIO/MPEG3; charset=…), and an error page as audio.
/// </summary>
public static class TipoDoAudio
{
    /// <summary>Enough to tell.</summary>
    public const int Amostra = 1024;

    private const int Cabecalho = 12;

    /// <summary>Null when it is no audio.</summary>
    public static string? De(ReadOnlySpan<byte> inicio)
    {
        if (EMpeg(inicio))
        {
            return "audio/mpeg";
        }

        return inicio.Length < Cabecalho ? null : inicio switch
        {
            _ when inicio.StartsWith("RIFF"u8) && inicio[8..].StartsWith("WAVE"u8) => "audio/wav",
            _ when inicio.StartsWith("OggS"u8) => "audio/ogg",
            _ when inicio[4..].StartsWith("ftyp"u8) => "audio/mp4",
            [0x1a, 0x45, 0xdf, 0xa3, ..] => "audio/webm",
            _ => null,
        };
    }

    // Some encoders pad with zeros before the first frame.
    private static bool EMpeg(ReadOnlySpan<byte> inicio) =>
        inicio.StartsWith("ID3"u8) || EQuadroMpeg(inicio.TrimStart((byte)0));

    /// <summary>Eleven bits set, then a version, a layer, a bit rate and a sampling rate that exist.</summary>
    private static bool EQuadroMpeg(ReadOnlySpan<byte> quadro) =>
        quadro is [0xff, var versao, var taxa, _, ..]
        && (versao & 0xe0) == 0xe0
        && (versao & 0x18) != 0x08
        && (versao & 0x06) != 0
        && (taxa & 0xf0) is not (0 or 0xf0)
        && (taxa & 0x0c) != 0x0c;
}
