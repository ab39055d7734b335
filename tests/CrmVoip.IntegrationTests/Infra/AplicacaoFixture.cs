using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Hosting;
using CrmVoip.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>The product, over HTTP, on a real database. One for the whole run; each test makes its own organization.</summary>
public sealed class AplicacaoFixture : IAsyncLifetime
{
    public const string Colecao = "aplicacao";
    private readonly string _certificado = Path.Combine(Path.GetTempPath(), $"crm-teste-{Guid.NewGuid():N}.pfx");
    private Fabrica? _fabrica;
    private BancoDeTestes? _banco;

    public BancoDeTestes Banco => _banco!;

    public IServiceProvider Services => _fabrica!.Services;

    public async Task InitializeAsync()
    {
        _banco = await BancoDeTestes.CriarAsync();
        CertificadoDoCofre.Criar(_certificado, "x");
        await Preparacao.ExecutarAsync(Configuracao(), CancellationToken.None);
        _fabrica = new Fabrica(Configuracao());
    }

    public async Task DisposeAsync()
    {
        if (_fabrica is not null)
        {
            await _fabrica.DisposeAsync();
        }

        if (_banco is not null)
        {
            await _banco.DisposeAsync();
        }

        File.Delete(_certificado);
    }

    /// <summary>A client that follows no redirects and keeps cookies, signed in as nobody.</summary>
    public HttpClient Cliente() => _fabrica!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A second instance of the product on the same database, with other settings.</summary>
    public WebApplicationFactory<CrmDbContext> OutraInstancia(params (string Chave, string Valor)[] outras) =>
        new Fabrica(Configuracao(outras));

    /// <summary>With the limits of production.</summary>
    public WebApplicationFactory<CrmDbContext> InstanciaComLimites(params (string Chave, string Valor)[] outras) =>
        OutraInstancia([("Crm:VezesOsLimites", "1"), .. outras]);

    /// <summary>The product on a database of its own, which a test may take away.</summary>
    public async Task<WebApplicationFactory<CrmDbContext>> InstanciaEmAsync(BancoDeTestes banco)
    {
        (string, string)[] conexoes = [("ConnectionStrings:Dono", banco.Dono), ("ConnectionStrings:Crm", banco.Crm), ("ConnectionStrings:Contas", banco.Contas), ("ConnectionStrings:Fila", banco.Fila)];
        await Preparacao.ExecutarAsync(Configuracao(conexoes), CancellationToken.None);
        return OutraInstancia(conexoes);
    }

    public IConfiguration Configuracao(params (string Chave, string Valor)[] outras) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(Base()!)
            .AddInMemoryCollection(outras.Select(o => KeyValuePair.Create(o.Chave, (string?)o.Valor)))
            .Build();

    public async Task<OrganizacaoDeTeste> CriarOrganizacaoAsync()
    {
        var slug = $"t{Guid.NewGuid():N}"[..20];
        var organizacao = new Organizacao(slug, $"Organização {slug}");
        await using var escopo = Services.CreateAsyncScope();
        escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>()
            .Definir(new Vinculo(organizacao.Id, slug, organizacao.Nome, organizacao.FusoHorario, null, null));
        var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
        db.Add(organizacao);
        await db.SaveChangesAsync();
        return new OrganizacaoDeTeste(this, organizacao.Id, slug);
    }

    public async Task<Guid> CriarContaAsync(string email, string nome)
    {
        await using var escopo = Services.CreateAsyncScope();
        var usuarios = escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>();
        var usuario = new Usuario { Nome = nome, Email = email, UserName = email };
        var resultado = await usuarios.CreateAsync(usuario, PessoaDeTeste.Senha);
        return resultado.Succeeded ? usuario.Id : throw new InvalidOperationException(resultado.ToString());
    }

    private Dictionary<string, string> Base() => new()
    {
        ["ConnectionStrings:Dono"] = Banco.Dono,
        ["ConnectionStrings:Crm"] = Banco.Crm,
        ["ConnectionStrings:Contas"] = Banco.Contas,
        ["ConnectionStrings:Fila"] = Banco.Fila,
        ["Crm:Demonstracao"] = "true",
        ["Crm:EntradasPorMinuto"] = "100000",

        // All tests come from one address, and as fast as they can.
        ["Crm:VezesOsLimites"] = "1000",
        ["Crm:PermitirProvedorLocal"] = "true",
        ["Crm:Cofre:Certificado"] = _certificado,
        ["Crm:Cofre:Senha"] = "x",
        ["Crm:UrlPublica"] = "http://localhost",

        // A test that asks for everything waits for no stream.
        ["Crm:Novidades:Duracao"] = "00:00:01",

        // Jobs run when a test runs them: by themselves they would ask the provider of a connection that a test has just made.
        ["Crm:Trabalhos:Executar"] = "false",
    };

    private sealed class Fabrica(IConfiguration configuracao) : WebApplicationFactory<CrmDbContext>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.ConfigureTestServices(services =>
            {
                services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
                services.Configure<MvcOptions>(o => o.Filters.Add<NadaEscritoNaRecusaFilter>());
            });
            foreach (var (chave, valor) in configuracao.AsEnumerable().Where(c => c.Value is not null))
            {
                builder.UseSetting(chave, valor);
            }
        }
    }
}
