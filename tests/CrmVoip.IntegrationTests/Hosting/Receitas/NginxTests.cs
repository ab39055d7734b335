using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>docs/operations/nginx.conf before two instances of the product.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class NginxTests(AplicacaoFixture app) : IAsyncLifetime
{
    private const string Segredo = "segredo-que-ninguem-escreve";
    private static readonly TimeSpan _paciencia = TimeSpan.FromSeconds(30);
    private readonly WebApplicationFactory<CrmDbContext> _uma = Instancia(app);
    private readonly WebApplicationFactory<CrmDbContext> _outra = Instancia(app);
    private readonly PortaFechada _fechada = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _uma.DisposeAsync();
        await _outra.DisposeAsync();
        _fechada.Dispose();
    }

    [Fact]
    public async Task Load_is_shared_a_session_holds_on_both_and_plain_http_is_sent_to_tls()
    {
        var (uma, outra) = (Endereco(_uma), Endereco(_outra));
        await using var nginx = await Nginx.IniciarAsync(uma, outra);
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Vendedor);
        using var cliente = new ClienteDeTeste(nginx.Cliente(), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await cliente.GetAsync("/oportunidades?q=Maria")).StatusCode);
        }

        Assert.Contains(uma.Authority, nginx.Acessos, StringComparison.Ordinal);
        Assert.Contains(outra.Authority, nginx.Acessos, StringComparison.Ordinal);
        Assert.DoesNotContain("Maria", nginx.Escrito, StringComparison.Ordinal);

        using var simples = await cliente.Http.GetAsync($"http://{Nginx.Nome}/conta/entrar?x=1");
        Assert.Equal($"https://{Nginx.Nome}/conta/entrar?x=1", simples.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Instance_that_is_down_is_left_out_and_no_form_is_lost_by_it()
    {
        await using var nginx = await Nginx.IniciarAsync(_fechada.Endereco, Endereco(_uma));
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Vendedor);
        for (var i = 0; i < 4; i++)
        {
            using var cliente = new ClienteDeTeste(nginx.Cliente(), pessoa.Organizacao.Base);
            await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        }

        Assert.Contains("Connection refused", nginx.Erros, StringComparison.Ordinal);
        Assert.Contains($"{_fechada.Endereco.Authority}, ", nginx.Acessos, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hint_of_a_change_comes_through_it_while_the_stream_is_open()
    {
        await using var nginx = await Nginx.IniciarAsync(Endereco(_uma), Endereco(_outra));
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var oportunidade = await pessoa.Organizacao.OportunidadeAsync(pessoa);
        using var cliente = new ClienteDeTeste(nginx.Cliente(), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        using var resposta = await cliente.Http.GetAsync(pessoa.Organizacao.Base + "/novidades", HttpCompletionOption.ResponseHeadersRead);
        using var limite = new CancellationTokenSource(_paciencia);
        var chegou = FunilAsync(SseParser.Create(await resposta.Content.ReadAsStreamAsync()).EnumerateAsync(limite.Token));
        while (!chegou.IsCompleted)
        {
            var mudou = await cliente.PostAsync(
                $"/oportunidades/{oportunidade.Id}/posicao",
                new { etapaId = oportunidade.EtapaId, etapaVista = oportunidade.EtapaId, posicaoVista = (string?)null });
            Assert.Equal(HttpStatusCode.OK, mudou.StatusCode);
            await Task.WhenAny(chegou, Task.Delay(500, limite.Token));
        }

        Assert.True(await chegou);
    }

    /// <summary>The other end sends on only when the first part was heard: what gathers it first would never pass it on.</summary>
    [Fact]
    public async Task Recording_is_heard_from_its_first_part_on()
    {
        var ouvida = new TaskCompletionSource();
        await using var provedor = await FonteDeAudio.IniciarAsync(ouvida.Task);
        await using var nginx = await Nginx.IniciarAsync(provedor.Endereco, provedor.Endereco);
        using var http = nginx.Cliente();

        using var resposta = await http.GetAsync($"/o/aurora/telefonia/recordings/{Guid.NewGuid()}", HttpCompletionOption.ResponseHeadersRead);
        await using var som = await resposta.Content.ReadAsStreamAsync();
        await som.ReadExactlyAsync(new byte[FonteDeAudio.Parte]).AsTask().WaitAsync(_paciencia);
        ouvida.SetResult();
        using var resto = new MemoryStream();
        await som.CopyToAsync(resto);

        Assert.Equal(FonteDeAudio.Resto, resto.Length);
    }

    [Fact]
    public async Task Secret_in_an_address_is_in_no_log_whatever_becomes_of_the_request()
    {
        await using var vivo = await Nginx.IniciarAsync(Endereco(_uma), Endereco(_outra));
        await using var morto = await Nginx.IniciarAsync(_fechada.Endereco, _fechada.Endereco);
        foreach (var caminho in ComSegredo())
        {
            await PedirAsync(vivo, caminho);
            Assert.Equal(HttpStatusCode.BadGateway, await PedirAsync(morto, caminho));
        }

        Assert.DoesNotContain(Segredo, vivo.Escrito + morto.Escrito, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ComSegredo().Count() * 2, vivo.Acessos.Split("/... ").Length - 1);

        using var http = morto.Cliente();
        await http.GetAsync("/conta/entrar");
        Assert.Contains("/conta/entrar", morto.Erros, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ComSegredo() =>
    [
        $"/ganchos/api4com/{Guid.NewGuid()}/{Segredo}",
        $"/Ganchos/API4COM/{Guid.NewGuid()}/{Segredo}",
        $"//ganchos/api4com/{Guid.NewGuid()}/{Segredo}",
        $"/conta/redefinir/{Guid.NewGuid()}/{Segredo}",
        $"/conta/convite/{Guid.NewGuid()}/{Guid.NewGuid()}/{Segredo}",
        $"/conta/confirmar/{Segredo}",
        $"/conta/criar/{Guid.NewGuid()}/{Segredo}",
    ];

    // Small, too large, and without TLS.
    private static async Task<HttpStatusCode> PedirAsync(Nginx nginx, string caminho)
    {
        using var http = nginx.Cliente();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsync($"https://{Nginx.Nome}{caminho}", Corpo(EntradaIlegivel.CorpoMaximo + 1))).StatusCode);
        await http.PostAsync($"http://{Nginx.Nome}{caminho}", Corpo(2));
        return (await http.PostAsync($"https://{Nginx.Nome}{caminho}", Corpo(2))).StatusCode;
    }

    private static StringContent Corpo(long tamanho) => new(new string('x', (int)tamanho), Encoding.UTF8, "application/json");

    private static async Task<bool> FunilAsync(IAsyncEnumerable<SseItem<string>> eventos)
    {
        await foreach (var evento in eventos)
        {
            if (evento.EventType == "funil")
            {
                return true;
            }
        }

        return false;
    }

    private static WebApplicationFactory<CrmDbContext> Instancia(AplicacaoFixture app)
    {
        var instancia = app.OutraInstancia(("Crm:ProxiesConhecidos:0", "127.0.0.1"), ("Crm:Novidades:Duracao", "00:05:00"));
        instancia.UseKestrel(0);
        return instancia;
    }

    private static Uri Endereco(WebApplicationFactory<CrmDbContext> instancia)
    {
        instancia.StartServer();
        return instancia.ClientOptions.BaseAddress;
    }
}
