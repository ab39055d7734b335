using System.Net;
using System.Net.Sockets;
using CrmVoip.E2ETests.Pages;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.E2ETests.Infra;

/// <summary>The published product, the simulated provider, a database and a browser: one of each for the whole run.</summary>
public sealed class Ambiente : IAsyncLifetime
{
    public const string Colecao = "ambiente";
    private readonly string _pasta = Directory.CreateTempSubdirectory("crm-e2e-").FullName;
    private readonly int _porta = PortaLivre();
    private readonly int _portaDoSimulador = PortaLivre();
    private readonly Dictionary<string, (string Cookies, DateTimeOffset Em)> _cookies = [];
    private BancoDeTestes? _banco;
    private Processo? _aplicacao;
    private Processo? _simulador;

    /// <summary>A name, which passkeys need.</summary>
    public Uri Endereco => new($"http://localhost:{_porta}");

    /// <summary>The same by its number.</summary>
    public Uri EnderecoEmNumeros => new($"http://127.0.0.1:{_porta}");

    public Simulador Simulador { get; private set; } = null!;

    public Navegador Navegador { get; private set; } = null!;

    public ConsultasAoBanco Banco { get; private set; } = null!;

    private string Publicado => Path.Combine(_pasta, "crm");

    public async Task InitializeAsync()
    {
        try
        {
            _banco = await BancoDeTestes.CriarAsync();
            Banco = new ConsultasAoBanco(_banco.Superusuario);
            CertificadoDoCofre.Criar(Path.Combine(_pasta, "cofre.pfx"), "x");
            await PublicarAsync();
            await IniciarSimuladorAsync();
            await ComandoAsync("preparar");
            await ComandoAsync("demonstracao");
            await IniciarAplicacaoAsync();
            Navegador = await Navegador.AbrirAsync(Endereco);
        }
        catch
        {
            // Without this fixture xunit calls no DisposeAsync.
            await DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var recurso in new IAsyncDisposable?[] { Navegador, _aplicacao, _simulador, Banco, _banco })
        {
            if (recurso is not null)
            {
                await recurso.DisposeAsync();
            }
        }

        Simulador?.Dispose();
        Directory.Delete(_pasta, recursive: true);
    }

    /// <summary>The cookies of a person, who signs in once for several journeys: anew before the product would ask who it is.</summary>
    public async Task<string> CookiesAsync(string email)
    {
        if (!_cookies.TryGetValue(email, out var entrada) || DateTimeOffset.UtcNow - entrada.Em > ProvaDeIdentidade.Validade / 2)
        {
            await using var sessao = await Navegador.NovaSessaoAsync();
            await new EntrarPagina(sessao.Pagina).EntrarAsync(email);
            _cookies[email] = entrada = (await sessao.Contexto.StorageStateAsync(), DateTimeOffset.UtcNow);
        }

        return entrada.Cookies;
    }

    public async Task IniciarAplicacaoAsync()
    {
        _aplicacao = await Processo.IniciarAsync("crm", Publicado, Configuracao(), "dotnet", "CrmVoip.dll");
        await EsperarAsync(new Uri(Endereco, "/health/ready"), _aplicacao);
    }

    /// <summary>SIGKILL, in the middle of whatever it was doing.</summary>
    public async Task MatarAplicacaoAsync()
    {
        await _aplicacao!.MatarAsync();
        await _aplicacao.DisposeAsync();
    }

    private async Task IniciarSimuladorAsync()
    {
        _simulador = await Processo.IniciarAsync(
            "simulador", Path.GetDirectoryName(Caminhos.Simulador)!, new Dictionary<string, string>
            {
                ["SIMULADOR_PORT"] = $"{_portaDoSimulador}",
                ["Simulador__Audio"] = "tom",
                ["Simulador__Controle"] = "true",
                ["Simulador__ToqueMs"] = "700",
                ["Simulador__GravacaoSegundos"] = "1",
                ["Simulador__PrecoSegundos"] = "1",
                ["Simulador__SemAudioSegundos"] = "8",
            },
            "dotnet", Caminhos.Simulador);
        Simulador = new Simulador(new Uri($"http://127.0.0.1:{_portaDoSimulador}"));
        await EsperarAsync(new Uri(Simulador.Endereco, "/health"), _simulador);
    }

    private Task PublicarAsync() => Processo.ExecutarAsync(
        "publish", Caminhos.Raiz, new Dictionary<string, string>(),
        "dotnet", "publish", "src/CrmVoip", "-c", Caminhos.Configuracao, "--no-build", "-o", Publicado, "-nodeReuse:false");

    private Task ComandoAsync(string comando) =>
        Processo.ExecutarAsync(comando, Publicado, Configuracao(), "dotnet", "CrmVoip.dll", comando);

    private Dictionary<string, string> Configuracao() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = EnderecoEmNumeros.GetLeftPart(UriPartial.Authority),
        ["ConnectionStrings__Dono"] = _banco!.Dono,
        ["ConnectionStrings__Crm"] = _banco.Crm,
        ["ConnectionStrings__Contas"] = _banco.Contas,
        ["ConnectionStrings__Fila"] = _banco.Fila,
        ["Crm__Demonstracao"] = "true",
        ["Crm__PermitirProvedorLocal"] = "true",
        ["Crm__PrazoDoProvedor"] = "00:00:05",
        ["Crm__UrlPublica"] = Endereco.GetLeftPart(UriPartial.Authority),
        ["Crm__DemonstracaoDados__SimuladorUrl"] = Simulador.Endereco.GetLeftPart(UriPartial.Authority),
        ["Crm__Cofre__Certificado"] = Path.Combine(_pasta, "cofre.pfx"),
        ["Crm__Cofre__Senha"] = "x",
        ["Crm__Ligacoes__OrfaDepoisDe"] = "00:00:40",
        ["Crm__Reconciliacao__AposLigacao"] = "00:00:03",
    };

    private static Task EsperarAsync(Uri saude, Processo processo) => Espera.AteAsync($"{saude} answers 200", async () =>
    {
        Assert.False(processo.Terminou, $"The process behind {saude} ended by itself: see its log in TestResults/e2e.");
        try
        {
            using var http = new HttpClient();
            return (await http.GetAsync(saude)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }, TimeSpan.FromMinutes(2));

    private static int PortaLivre()
    {
        using var escuta = new TcpListener(IPAddress.Loopback, 0);
        escuta.Start();
        return ((IPEndPoint)escuta.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Ambiente.Colecao)]
public sealed class ColecaoDoAmbiente : ICollectionFixture<Ambiente>;
