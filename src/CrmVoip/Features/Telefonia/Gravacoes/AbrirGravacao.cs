using System.Net;
using System.Net.Http.Headers;
using CrmVoip.Web;
using Microsoft.Extensions.Caching.Memory;

namespace CrmVoip.Features.Telefonia.Gravacoes;

/// <summary>Where a recording lies, and whose it is: what was learned of it is remembered for its organization only.</summary>
public sealed record OrigemDaGravacao(Guid OrganizacaoId, string Endereco, string? BaseUrl);

/// <summary>
/// Opens a recording and makes sure that it is audio. A part that does not begin at the beginning tells nothing of it: the
/// beginning is fetched once and remembered for a short time. What was opened is closed with the request.
/// </summary>
public sealed class AbrirGravacao(BuscarGravacao buscar, IMemoryCache cache) : IDisposable
{
    private const long MaiorMedida = 512L * 1024 * 1024;
    private const int Bloco = 64 * 1024;
    private static readonly TimeSpan _lembrada = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromMinutes(1);
    private static readonly RangeItemHeaderValue _comeco = new(0, TipoDoAudio.Amostra - 1);

    private static readonly Recusa _indisponivel = new(
        StatusCodes.Status502BadGateway, "gravacao_indisponivel", "A gravação não está mais disponível na API4COM.");

    private static readonly Recusa _invalida = new(
        StatusCodes.Status502BadGateway, "gravacao_invalida", "O arquivo que a API4COM entregou não é áudio.");

    private readonly List<GravacaoAberta> _abertas = [];

    public async Task<Resultado<EntregaDaGravacao>> ExecutarAsync(
        OrigemDaGravacao origem, RangeItemHeaderValue? trecho, CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(_esperaMaxima);
        try
        {
            return await PrepararAsync(origem, trecho, limite.Token);
        }
        catch (Exception erro) when (erro is IOException or HttpRequestException || (erro is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return _indisponivel;
        }
    }

    public void Dispose() => _abertas.ForEach(aberta => aberta.Dispose());

    private async Task<Resultado<EntregaDaGravacao>> PrepararAsync(
        OrigemDaGravacao origem, RangeItemHeaderValue? trecho, CancellationToken ct)
    {
        if (await AbrirAsync(origem, trecho, ct) is not { } aberta)
        {
            return _indisponivel;
        }

        if (aberta.Status == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return EntregaDaGravacao.ForaDoArquivo(aberta.Tamanho);
        }

        if (await ConhecerAsync(origem, aberta, ct) is not { } conhecida)
        {
            return _invalida;
        }

        if (trecho is not null && aberta.Inteira && (aberta.Tamanho ?? conhecida.Tamanho) is null)
        {
            conhecida = Lembrar(origem, conhecida with { Tamanho = await MedirAsync(aberta, ct) });
            aberta.Dispose();
            return await AbrirAsync(origem, trecho, ct) is { } outraVez
                ? EntregaDaGravacao.De(outraVez, conhecida, trecho)
                : _indisponivel;
        }

        return EntregaDaGravacao.De(aberta, conhecida, trecho);
    }

    private async Task<GravacaoAberta?> AbrirAsync(OrigemDaGravacao origem, RangeItemHeaderValue? trecho, CancellationToken ct)
    {
        if (!Uri.TryCreate(origem.Endereco, UriKind.Absolute, out var endereco)
            || await buscar.ExecutarAsync(endereco, origem.BaseUrl, trecho, ct) is not { } resposta)
        {
            return null;
        }

        var aberta = new GravacaoAberta(resposta);
        _abertas.Add(aberta);
        return aberta.Servida ? aberta : null;
    }

    private async Task<GravacaoConhecida?> ConhecerAsync(OrigemDaGravacao origem, GravacaoAberta aberta, CancellationToken ct)
    {
        if (cache.TryGetValue(origem, out GravacaoConhecida? lembrada))
        {
            return lembrada;
        }

        var comeco = aberta.MostraOComeco ? aberta : await AbrirAsync(origem, _comeco, ct);
        if (comeco is null || TipoDoAudio.De((await comeco.EspiarAsync(ct)).Span) is not { } tipo)
        {
            return null;
        }

        var tamanho = aberta.Tamanho ?? comeco.Tamanho;
        if (comeco != aberta)
        {
            comeco.Dispose();
        }

        return Lembrar(origem, new GravacaoConhecida(tipo, tamanho));
    }

    private GravacaoConhecida Lembrar(OrigemDaGravacao origem, GravacaoConhecida conhecida) => cache.Set(origem, conhecida, _lembrada);

    /// <summary>Without a size there is no range to answer with, and Safari plays nothing without one: it is counted, once.</summary>
    private static async Task<long?> MedirAsync(GravacaoAberta aberta, CancellationToken ct)
    {
        var corpo = await aberta.CorpoAsync(ct);
        var bloco = new byte[Bloco];
        var tamanho = (long)aberta.Espiado.Length;
        for (var lidos = -1; lidos != 0; tamanho += lidos)
        {
            lidos = await corpo.ReadAsync(bloco, ct);
            if (tamanho > MaiorMedida)
            {
                return null;
            }
        }

        return tamanho;
    }
}
