using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace CrmVoip.Limit;

/// <summary>A page in one buffer, as UTF-8, escaped by hand.</summary>
public sealed class Page : IDisposable
{
    private static readonly SearchValues<char> _escaped = SearchValues.Create("<>&\"'");
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(512 * 1024);
    private int _length;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    public Page Raw(ReadOnlySpan<byte> html)
    {
        html.CopyTo(Room(html.Length));
        _length += html.Length;
        return this;
    }

    public Page Text(ReadOnlySpan<char> text)
    {
        for (int next; (next = text.IndexOfAny(_escaped)) >= 0; text = text[(next + 1)..])
        {
            Plain(text[..next]).Raw(text[next] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
        }

        return Plain(text);
    }

    public Page Number(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        _length += written;
        return this;
    }

    public Page TwoDigits(int number)
    {
        Utf8Formatter.TryFormat(number, Room(2), out var written, new StandardFormat('D', 2));
        _length += written;
        return this;
    }

    public Page Id(Guid id)
    {
        Utf8Formatter.TryFormat(id, Room(36), out var written);
        _length += written;
        return this;
    }

    private Page Plain(ReadOnlySpan<char> text)
    {
        _length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));
        return this;
    }

    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + length));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
