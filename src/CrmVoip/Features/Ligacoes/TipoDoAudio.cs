using System.Net;

namespace CrmVoip.Features.Ligacoes;

/// <summary>The content type a recording is served with: a known audio type, never what the other side happens to say.</summary>
public static class TipoDoAudio
{
    private static readonly Dictionary<string, string> _tipos = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/mpeg"] = "audio/mpeg",
        ["audio/mp3"] = "audio/mpeg",
        ["audio/wav"] = "audio/wav",
        ["audio/x-wav"] = "audio/wav",
        ["audio/wave"] = "audio/wav",
        ["audio/vnd.wave"] = "audio/wav",
        ["audio/ogg"] = "audio/ogg",
        ["audio/mp4"] = "audio/mp4",
        ["audio/webm"] = "audio/webm",
        [".mp3"] = "audio/mpeg",
        [".wav"] = "audio/wav",
    };

    /// <summary>Null when it is no audio.</summary>
    public static string? De(HttpResponseMessage resposta, Uri endereco)
    {
        if (resposta.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return "audio/mpeg";
        }

        var dito = resposta.Content.Headers.ContentType?.MediaType;
        return dito is null or "application/octet-stream" or "binary/octet-stream"
            ? _tipos.GetValueOrDefault(Path.GetExtension(endereco.AbsolutePath))
            : _tipos.GetValueOrDefault(dito);
    }
}
