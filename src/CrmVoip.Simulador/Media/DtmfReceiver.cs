using System.Text;

namespace CrmVoip.Simulador.Media;

/// <summary>Telephone events of RFC 4733: every packet of one key press carries the same timestamp.</summary>
public sealed class DtmfReceiver
{
    private const string Keys = "0123456789*#ABCD";
    private const int EventLength = 4;

    private readonly StringBuilder digits = new();
    private uint? lastTimestamp;

    public string Digits
    {
        get
        {
            lock (digits)
            {
                return digits.ToString();
            }
        }
    }

    public void Accept(uint timestamp, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < EventLength || payload[0] >= Keys.Length || lastTimestamp == timestamp)
        {
            return;
        }

        lastTimestamp = timestamp;
        Append(Keys[payload[0]]);
    }

    public void Append(char digit)
    {
        lock (digits)
        {
            digits.Append(digit);
        }
    }
}
