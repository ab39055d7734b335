using System.Net;
using System.Text.Json;
using CrmVoip.Api4Com;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>POST /ligacoes/{id}/discar and /desligar: calls that the provider dials.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class DiscagemTests(AplicacaoFixture app)
{
    private const string Numero = "+5511960000001";

    [Fact]
    public async Task Provider_is_asked_once_with_flat_metadata_and_its_handle_is_kept_for_hanging_up()
    {
        await using var provedor = new DiscadorFalso(_ => (200, """{"id":"disca-7","message":"successfull"}"""));
        var cena = await CenaAsync(await provedor.IniciarAsync());
        using var cliente = await cena.Pessoa.EntrarAsync();
        var (id, modo) = await IniciarAsync(cliente);

        var resposta = await cliente.PostAsync($"/ligacoes/{id}/discar");
        var repetida = await cliente.PostAsync($"/ligacoes/{id}/discar");
        var desligada = await cliente.PostAsync($"/ligacoes/{id}/desligar");

        Assert.Equal("dialer", modo);
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.Equal(HttpStatusCode.OK, repetida.StatusCode);
        Assert.DoesNotContain("disca-7", await resposta.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var pedido = JsonDocument.Parse(Assert.Single(provedor.Discagens)).RootElement;
        Assert.Equal(("1001", Numero), (pedido.GetProperty("extension").GetString(), pedido.GetProperty("phone").GetString()));
        Assert.Equal(
            new Dictionary<string, string?> { ["gateway"] = "crmvoip", ["attemptId"] = id.ToString(), ["organizacao"] = cena.Organizacao.Id.ToString() },
            pedido.GetProperty("metadata").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()));
        var ligacao = await cena.LerAsync(id);
        Assert.Equal(("Dialer", "disca-7"), (ligacao.Metadata.Modo, ligacao.Metadata.DiscagemId));
        Assert.Equal(HttpStatusCode.NoContent, desligada.StatusCode);
        Assert.Equal(["/api/v1/calls/disca-7/hangup"], provedor.Desligadas);
    }

    [Fact]
    public async Task Number_that_asked_meanwhile_not_to_be_called_is_not_dialled()
    {
        await using var provedor = new DiscadorFalso(_ => (200, """{"id":"disca-9"}"""));
        var cena = await CenaAsync(await provedor.IniciarAsync());
        using var cliente = await cena.Pessoa.EntrarAsync();
        var (id, _) = await IniciarAsync(cliente);
        var contato = new Contato(cena.Organizacao.Id, "Outra dona do número");
        contato.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler(Numero));
        contato.NaoLigarPara([Numero], true);
        await cena.Organizacao.SalvarAsync(contato);

        var resposta = await cliente.PostAsync($"/ligacoes/{id}/discar");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal("nao_ligar", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString());
        Assert.Empty(provedor.Discagens);
    }

    [Fact]
    public async Task Silence_of_the_provider_is_in_progress_not_failure_and_is_not_repeated()
    {
        await using var provedor = new DiscadorFalso(_ => null);
        var baseUrl = await provedor.IniciarAsync();
        await using var apressada = app.OutraInstancia();
        apressada.Services.GetRequiredService<Api4ComOptions>().DialTimeout = TimeSpan.FromMilliseconds(500);
        var cena = await CenaAsync(baseUrl);
        using var cliente = new ClienteDeTeste(apressada.CreateClient(new() { AllowAutoRedirect = false }), cena.Organizacao.Base);
        await cliente.EntrarAsync(cena.Pessoa.Email, PessoaDeTeste.Senha);
        var (id, _) = await IniciarAsync(cliente);

        Assert.Equal(HttpStatusCode.Accepted, (await cliente.PostAsync($"/ligacoes/{id}/discar")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await cliente.PostAsync($"/ligacoes/{id}/discar")).StatusCode);

        Assert.Single(provedor.Discagens);
        Assert.Equal(StatusDaLigacao.EmAndamento, (await cena.LerAsync(id)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await cliente.PostAsync($"/ligacoes/{id}/desligar")).StatusCode);
    }

    [Fact]
    public async Task Unknown_handle_is_followed_by_the_calls_own_id()
    {
        await using var provedor = new DiscadorFalso(_ => (200, """{"id":"disca-8"}""")) { Desconhecida = "disca-8" };
        var cena = await CenaAsync(await provedor.IniciarAsync());
        using var cliente = await cena.Pessoa.EntrarAsync();
        var (id, _) = await IniciarAsync(cliente);
        await cliente.PostAsync($"/ligacoes/{id}/discar");
        await cena.Organizacao.SalvarAsync(new LigacaoEvento(cena.Organizacao.Id, Guid.NewGuid(), id, OrigemDoFato.Webhook, TipoDeEvento.Atendida, DateTimeOffset.UtcNow)
        {
            Dados = new DadosDoEvento { ProvedorId = "cdr-1", AtendidaEm = DateTimeOffset.UtcNow },
        });
        await cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "tocando", em = DateTimeOffset.UtcNow } } });

        await cliente.PostAsync($"/ligacoes/{id}/desligar");

        Assert.Equal(["/api/v1/calls/disca-8/hangup", "/api/v1/calls/cdr-1/hangup"], provedor.Desligadas);
        Assert.Equal("disca-8", (await cena.LerAsync(id)).Metadata.DiscagemId);
    }

    [Theory]
    [InlineData(401, "Invalid Access Token", 409, "conexao_recusada", "administradores já foram avisados")]
    [InlineData(403, "Access Denied", 409, "discador_sem_permissao", "Avise um administrador")]
    [InlineData(422, "user not registered", 409, "ramal_desconectado", "Recarregue a página")]
    [InlineData(200, "user not registered", 409, "ramal_desconectado", "Recarregue a página")]
    [InlineData(422, "invalid extension", 409, "ramal_desconhecido", "ramal 1001")]
    [InlineData(422, "invalid phone", 422, "discagem_recusada", "(11) 96000-0001")]
    [InlineData(429, "Too many requests", 429, "aguarde", "um minuto")]
    [InlineData(500, "Internal Server Error", 502, "operadora_fora", "Tente de novo")]
    public async Task Refusal_is_told_in_words(int status, string mensagem, int esperado, string codigo, string palavras)
    {
        await using var provedor = new DiscadorFalso(_ => (status, JsonSerializer.Serialize(new { error = new { statusCode = status, name = "Error", message = mensagem } })));
        var cena = await CenaAsync(await provedor.IniciarAsync());
        using var cliente = await cena.Pessoa.EntrarAsync();
        var (id, _) = await IniciarAsync(cliente);

        var resposta = await cliente.PostAsync($"/ligacoes/{id}/discar");

        var corpo = await ClienteDeTeste.LerAsync(resposta);
        Assert.Equal((esperado, codigo), ((int)resposta.StatusCode, corpo.GetProperty("codigo").GetString()));
        Assert.Contains(palavras, corpo.GetProperty("mensagem").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            status == 401 ? StatusDaIntegracao.ComErro : StatusDaIntegracao.Conectada,
            (await cena.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync())).Status);
    }

    [Fact]
    public async Task Closed_port_is_told_and_nothing_was_dialled()
    {
        var cena = await CenaAsync("http://127.0.0.1:9/api/v1");
        using var cliente = await cena.Pessoa.EntrarAsync();
        var (id, _) = await IniciarAsync(cliente);

        var resposta = await cliente.PostAsync($"/ligacoes/{id}/discar");

        Assert.Equal(HttpStatusCode.BadGateway, resposta.StatusCode);
        Assert.Contains("Nenhuma ligação foi feita", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("mensagem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_own_call_of_that_mode_that_is_up_is_dialled()
    {
        await using var provedor = new DiscadorFalso(_ => (200, """{"id":"d"}"""));
        var cena = await CenaAsync(await provedor.IniciarAsync());
        using var cliente = await cena.Pessoa.EntrarAsync();
        using var colega = await (await cena.Organizacao.PessoaAsync()).EntrarAsync();
        var (id, _) = await IniciarAsync(cliente);
        Assert.Equal(HttpStatusCode.NotFound, (await colega.PostAsync($"/ligacoes/{id}/discar")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colega.PostAsync($"/ligacoes/{id}/desligar")).StatusCode);

        await cliente.PostAsync($"/ligacoes/{id}/eventos", new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em = DateTimeOffset.UtcNow } } });
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.PostAsync($"/ligacoes/{id}/discar")).StatusCode);

        await ModoAsync(cena, ModoDeDiscagem.Sip);
        var (pelaLinha, modo) = await IniciarAsync(cliente);
        Assert.Equal("sip", modo);
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.PostAsync($"/ligacoes/{pelaLinha}/discar")).StatusCode);
        Assert.Empty(provedor.Discagens);
    }

    private static async Task<(Guid Id, string? Modo)> IniciarAsync(ClienteDeTeste cliente)
    {
        var id = Guid.NewGuid();
        var resposta = await cliente.PostAsync("/ligacoes", new { id, numero = Numero });
        Assert.Equal(HttpStatusCode.Created, resposta.StatusCode);
        return (id, (await ClienteDeTeste.LerAsync(resposta)).GetProperty("modo").GetString());
    }

    private static Task<int> ModoAsync(CenaDeLigacao cena, ModoDeDiscagem modo) => cena.Organizacao.ComDbAsync(async db =>
    {
        (await db.Integracoes.SingleAsync()).ConfigurarMidia(modo, [], null);
        return await db.SaveChangesAsync();
    });

    private async Task<CenaDeLigacao> CenaAsync(string baseUrl)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, baseUrl, "um-token-qualquer");
        await ModoAsync(cena, ModoDeDiscagem.Dialer);
        return cena;
    }

    /// <summary>Answers POST /dialer as told (null: never) and remembers what it was asked.</summary>
    private sealed class DiscadorFalso(Func<string, (int Status, string Corpo)?> responder) : IAsyncDisposable
    {
        private ProvedorFalso? _provedor;

        public List<string> Discagens { get; } = [];

        public List<string> Desligadas { get; } = [];

        public string? Desconhecida { get; init; }

        public async Task<string> IniciarAsync()
        {
            _provedor = await ProvedorFalso.IniciarAsync(ResponderAsync);
            return _provedor.BaseUrl;
        }

        public async ValueTask DisposeAsync()
        {
            if (_provedor is not null)
            {
                await _provedor.DisposeAsync();
            }
        }

        private async Task ResponderAsync(HttpContext contexto)
        {
            using var leitor = new StreamReader(contexto.Request.Body);
            var corpo = await leitor.ReadToEndAsync();
            if (contexto.Request.Path.Value!.EndsWith("/hangup", StringComparison.Ordinal))
            {
                Desligadas.Add(contexto.Request.Path.Value);
                contexto.Response.StatusCode = Desconhecida is { } d && contexto.Request.Path.Value.Contains(d, StringComparison.Ordinal) ? 404 : 200;
                await contexto.Response.WriteAsync("""{"status":200}""");
                return;
            }

            Discagens.Add(corpo);
            if (responder(corpo) is not var (status, resposta))
            {
                await Task.Delay(Timeout.Infinite, contexto.RequestAborted);
                return;
            }

            contexto.Response.StatusCode = status;
            await contexto.Response.WriteAsync(resposta);
        }
    }
}
