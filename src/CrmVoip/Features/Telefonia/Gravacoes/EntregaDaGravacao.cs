using System.Globalization;
using System.Net.Http.Headers;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>
/// What the player gets: the provider's part as it is, or cut here when the provider sends the whole file whatever is asked.
/// Pular and Enviar count bytes of the provider's body; Enviar is null where nobody knows how long it is.
/// </summary>
public sealed record EntregaDaGravacao(int Status, string? ContentRange, GravacaoAberta? Origem, string? Tipo, long Pular, long? Enviar)
{
    public static EntregaDaGravacao De(GravacaoAberta origem, GravacaoConhecida conhecida, RangeItemHeaderValue? trecho)
    {
        if (!origem.Inteira)
        {
            return new(
                StatusCodes.Status206PartialContent, origem.Cabecalhos.ContentRange!.ToString(), origem, conhecida.Tipo, 0, origem.Cabecalhos.ContentLength);
        }

        if (trecho is null || (origem.Tamanho ?? conhecida.Tamanho) is not { } tamanho)
        {
            return new(StatusCodes.Status200OK, null, origem, conhecida.Tipo, 0, origem.Tamanho);
        }

        if (TrechoDoAudio.Em(trecho, tamanho) is not var (de, ate))
        {
            return ForaDoArquivo(tamanho);
        }

        var contentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {de}-{ate}/{tamanho}");
        return new(StatusCodes.Status206PartialContent, contentRange, origem, conhecida.Tipo, de, ate - de + 1);
    }

    public static EntregaDaGravacao ForaDoArquivo(long? tamanho) => new(
        StatusCodes.Status416RangeNotSatisfiable,
        tamanho is null ? "bytes */*" : string.Create(CultureInfo.InvariantCulture, $"bytes */{tamanho}"),
        null,
        null,
        0,
        0);
}
