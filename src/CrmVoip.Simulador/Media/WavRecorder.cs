using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CrmVoip.Simulador.Media;

/// <summary>Writes a stereo 16-bit WAV while the call lasts: left is the rep, right the customer.</summary>
public sealed class WavRecorder : IDisposable
{
    private const int HeaderLength = 44;
    private const short Channels = 2;
    private const short BytesPerSample = 2;

    private readonly Lock gate = new();
    private readonly FileStream file;
    private bool closed;

    public WavRecorder(string path)
    {
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        file.Write(new byte[HeaderLength]);
    }

    public void Write(ReadOnlySpan<short> left, ReadOnlySpan<short> right)
    {
        Span<short> interleaved = stackalloc short[left.Length * Channels];
        for (var i = 0; i < left.Length; i++)
        {
            interleaved[i * Channels] = left[i];
            interleaved[(i * Channels) + 1] = right[i];
        }

        lock (gate)
        {
            if (!closed)
            {
                file.Write(MemoryMarshal.AsBytes(interleaved));
            }
        }
    }

    /// <summary>The sizes in the header are only known now.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
            var header = Header((int)file.Length - HeaderLength);
            file.Position = 0;
            file.Write(header);
            file.Dispose();
        }
    }

    private static byte[] Header(int dataLength)
    {
        var header = new byte[HeaderLength];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), HeaderLength - 8 + dataLength);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), Channels);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), MuLaw.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), MuLaw.SampleRate * Channels * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), Channels * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), BytesPerSample * 8);
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), dataLength);
        return header;
    }
}
