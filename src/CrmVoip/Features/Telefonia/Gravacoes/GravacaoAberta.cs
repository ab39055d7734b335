using System.Net;
using System.Net.Http.Headers;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>What the first look at a recording taught. Tamanho is null where the provider does not say it.</summary>
public sealed record GravacaoConhecida(string Tipo, long? Tamanho);

/// <summary>The provider's answer, headers read; its first bytes may have been looked at already.</summary>
public sealed class GravacaoAberta(HttpResponseMessage resposta) : IDisposable
{
    private Stream? _corpo;

    public HttpStatusCode Status => resposta.StatusCode;

    public HttpContentHeaders Cabecalhos => resposta.Content.Headers;

    /// <summary>What was read of the body to look at it; the body goes on behind it.</summary>
    public ReadOnlyMemory<byte> Espiado { get; private set; }

    /// <summary>The whole file, whatever was asked.</summary>
    public bool Inteira => Status == HttpStatusCode.OK;

    public long? Tamanho => Inteira ? Cabecalhos.ContentLength : Cabecalhos.ContentRange?.Length;

    public bool MostraOComeco =>
        Inteira || (Cabecalhos.ContentRange is { From: 0, To: { } ate } parte && (ate + 1 >= TipoDoAudio.Amostra || ate + 1 == parte.Length));

    /// <summary>A part that does not say which part it is cannot be passed on.</summary>
    public bool Servida => Inteira
        || Status == HttpStatusCode.RequestedRangeNotSatisfiable
        || (Status == HttpStatusCode.PartialContent && Cabecalhos.ContentRange is { HasRange: true });

    public async Task<ReadOnlyMemory<byte>> EspiarAsync(CancellationToken ct)
    {
        var inicio = new byte[TipoDoAudio.Amostra];
        var lidos = await (await CorpoAsync(ct)).ReadAtLeastAsync(inicio, inicio.Length, throwOnEndOfStream: false, ct);
        return Espiado = inicio.AsMemory(0, lidos);
    }

    public async Task<Stream> CorpoAsync(CancellationToken ct) => _corpo ??= await resposta.Content.ReadAsStreamAsync(ct);

    public void Dispose()
    {
        _corpo?.Dispose();
        resposta.Dispose();
    }
}
