using System.Globalization;
using System.Net;
using CrmVoip.Data;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Gravacoes;

/// <summary>A long recording over real sockets: what the player does not read is not fetched, and a player that left stops it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class GravacoesEmFluxoTests(AplicacaoFixture app)
{
    private const int Bloco = 64 * 1024;
    private const long Tamanho = 400L * 1024 * 1024;
    private const long CabeNosBuffers = 64L * 1024 * 1024;
    private static readonly TimeSpan _pausa = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Player_that_pauses_holds_the_provider_back()
    {
        await using var cena = await FluxoAsync();
        await using var audio = await cena.OuvirAsync();
        await audio.ReadExactlyAsync(new byte[Bloco]);

        var parado = await cena.PararAsync();

        Assert.InRange(parado, Bloco, CabeNosBuffers);
        await audio.ReadExactlyAsync(new byte[parado + Bloco]);
        Assert.True(cena.Enviados > parado, "Once the player reads on, the provider sends on.");
    }

    [Fact]
    public async Task Player_that_leaves_ends_the_provider_s_stream()
    {
        await using var cena = await FluxoAsync();
        await using (var audio = await cena.OuvirAsync())
        {
            await audio.ReadExactlyAsync(new byte[Bloco]);
        }

        await cena.Interrompido.WaitAsync(_esperaMaxima);
        Assert.InRange(cena.Enviados, Bloco, Tamanho - Bloco);
    }

    [Fact]
    public async Task Provider_that_breaks_off_ends_the_player_s_stream_and_not_as_if_it_were_whole()
    {
        await using var cena = await FluxoAsync(quebraEm: 5 * Bloco);
        await using var audio = await cena.OuvirAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => audio.CopyToAsync(Stream.Null));
    }

    private async Task<Fluxo> FluxoAsync(long quebraEm = Tamanho)
    {
        var fluxo = new Fluxo(app.OutraInstancia(), quebraEm);
        await fluxo.PrepararAsync(app);
        return fluxo;
    }

    private sealed class Fluxo(WebApplicationFactory<CrmDbContext> produto, long quebraEm) : IAsyncDisposable
    {
        private readonly TaskCompletionSource _interrompido = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private ProvedorFalso _provedor = null!;
        private HttpClient _http = null!;
        private string _caminho = "";
        private long _enviados;

        public Task Interrompido => _interrompido.Task;

        public long Enviados => Interlocked.Read(ref _enviados);

        public async Task PrepararAsync(AplicacaoFixture app)
        {
            _provedor = await ProvedorFalso.IniciarAsync(EnviarAsync);
            var cena = await CenaDeLigacao.CriarAsync(app, _provedor.BaseUrl);
            var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-2), gravacaoUrl: $"{_provedor.Raiz}/x.mp3");
            _caminho = string.Create(CultureInfo.InvariantCulture, $"{cena.Organizacao.Base}/telefonia/recordings/{id}");
            produto.UseKestrel(0);
            produto.StartServer();
            _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            {
                BaseAddress = produto.ClientOptions.BaseAddress,
            };
            await new ClienteDeTeste(_http, cena.Organizacao.Base).EntrarAsync(cena.Pessoa.Email, PessoaDeTeste.Senha);
        }

        public async Task<Stream> OuvirAsync()
        {
            var resposta = await _http.GetAsync(_caminho, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
            return await resposta.Content.ReadAsStreamAsync();
        }

        /// <summary>How much had been sent when nothing more was.</summary>
        public async Task<long> PararAsync()
        {
            for (var antes = -1L; antes != Enviados;)
            {
                antes = Enviados;
                await Task.Delay(_pausa);
            }

            return Enviados;
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await produto.DisposeAsync();
            await _provedor.DisposeAsync();
        }

        private async Task EnviarAsync(HttpContext contexto)
        {
            contexto.Response.ContentType = "audio/mpeg";
            contexto.Response.ContentLength = Tamanho;
            try
            {
                var bloco = new byte[Bloco];
                "ID3"u8.CopyTo(bloco);
                for (; Enviados < quebraEm; Interlocked.Add(ref _enviados, Bloco))
                {
                    // To a connection that is gone the server writes nothing and says so here; the token comes later, from another thread.
                    if ((await contexto.Response.BodyWriter.WriteAsync(bloco, contexto.RequestAborted)).IsCompleted)
                    {
                        _interrompido.TrySetResult();
                        return;
                    }
                }

                contexto.Abort();
            }
            catch (OperationCanceledException)
            {
                _interrompido.TrySetResult();
            }
        }
    }
}
