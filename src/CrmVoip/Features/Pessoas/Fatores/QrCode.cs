using System.Globalization;
using System.Text;
using QRCoder;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>A QR code as the path of an SVG: one square a dark module, the quiet zone around it included.</summary>
public sealed record QrCode(int Lado, string Desenho)
{
    public static QrCode De(string texto)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(texto, QRCodeGenerator.ECCLevel.M);
        var modulos = qr.ModuleMatrix;
        var desenho = new StringBuilder();
        for (var y = 0; y < modulos.Count; y++)
        {
            for (var x = 0; x < modulos[y].Length; x++)
            {
                if (modulos[y][x])
                {
                    desenho.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrCode(modulos.Count, desenho.ToString());
    }
}
