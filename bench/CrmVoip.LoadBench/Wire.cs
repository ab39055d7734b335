using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace CrmVoip.LoadBench;

/// <summary>One connection that asks the same again and again, with as little of its own as can be: it shares the machine with who answers.</summary>
public sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    private readonly byte[] _request;
    private byte[] _buffer = new byte[1 << 20];
    private int _end;

    public Wire(Uri address, string cookie)
    {
        _request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\nAccept: text/html\r\n\r\n");
        _socket.Connect(address.Host, address.Port);
    }

    public int Status { get; private set; }

    public void Dispose() => _socket.Dispose();

    /// <returns>The body, until the next call.</returns>
    public ReadOnlySpan<byte> Ask()
    {
        _end = 0;
        _socket.Send(_request);
        var head = 0;
        for (int line; (line = Line(head)) > head; head = line + 2)
        {
        }

        var headers = Encoding.ASCII.GetString(_buffer, 0, head);
        Status = int.Parse(headers.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        return Header(headers, "Content-Length: ") is { } length ? Whole(head + 2, int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)) : Chunks(head + 2);
    }

    private static string? Header(string headers, string name)
    {
        var at = headers.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : headers[(at + name.Length)..headers.IndexOf('\r', at)];
    }

    private ReadOnlySpan<byte> Whole(int from, int length)
    {
        Until(from + length);
        return _buffer.AsSpan(from, length);
    }

    private ReadOnlySpan<byte> Chunks(int from)
    {
        var to = from;
        for (var at = from; ;)
        {
            var line = Line(at);
            if (!Utf8Parser.TryParse(_buffer.AsSpan(at, line - at), out int length, out _, 'X'))
            {
                throw new InvalidDataException("Neither a length nor chunks.");
            }

            at = line + 2;
            Until(at + length + 2);
            _buffer.AsSpan(at, length).CopyTo(_buffer.AsSpan(to));
            to += length;
            at += length + 2;
            if (length == 0)
            {
                return _buffer.AsSpan(from, to - from);
            }
        }
    }

    /// <returns>Where the line that begins there ends.</returns>
    private int Line(int from)
    {
        for (; ; )
        {
            if (_buffer.AsSpan(from, _end - from).IndexOf("\r\n"u8) is var length and >= 0)
            {
                return from + length;
            }

            Until(_end + 1);
        }
    }

    private void Until(int end)
    {
        while (_end < end)
        {
            if (_end == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            _end += _socket.Receive(_buffer.AsSpan(_end)) is > 0 and var received ? received : throw new IOException("The connection was closed.");
        }
    }
}
