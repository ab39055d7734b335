using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>Who only says that a number is theirs keeps it from nobody: who is given it, or proves it first, has it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RamalQueEsperaTests(AplicacaoFixture app)
{
    private const string Numero = "1002";
    private const string SenhaCerta = "segredo-da-api4com";

    [Fact]
    public async Task Owner_proves_the_number_another_waits_for_and_that_person_reads_so()
    {
        await using var cena = await EsperandoAsync();
        var dona = await cena.Organizacao.PessoaAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await RegistrarAsync(dona, SenhaCerta)).StatusCode);

        Assert.Equal(ProvaDoRamal.Senha, (await cena.RamalAsync(dona))!.Prova);
        using var deQuemEspera = await cena.QuemEspera.EntrarAsync();
        Assert.Contains("confirmado para outra pessoa", (await SituacaoAsync(deQuemEspera)), StringComparison.Ordinal);
        Assert.Contains($"mas o número é de {dona.Email}", (await cena.Cliente.PaginaAsync("/ramais/organizacao")).Body!.TextContent, StringComparison.Ordinal);

        var deNovo = await RegistrarAsync(cena.QuemEspera, SenhaCerta);
        Assert.Contains("já é de outra pessoa", await deNovo.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await cena.RamalAsync(cena.QuemEspera))!.Prova);
    }

    [Fact]
    public async Task Administrador_gives_the_number_another_waits_for()
    {
        await using var cena = await EsperandoAsync();
        var dona = await cena.Organizacao.PessoaAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await cena.AtribuirAsync(dona.Id, Numero, SenhaCerta)).StatusCode);

        Assert.NotNull((await cena.RamalAsync(dona))!.DadoEm);
        using var deQuemEspera = await cena.QuemEspera.EntrarAsync();
        Assert.Contains("Número de outra pessoa", await SituacaoAsync(deQuemEspera), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_gives_it_to_whose_e_mail_the_provider_has()
    {
        await using var cena = await EsperandoAsync();
        var dona = await cena.Organizacao.PessoaAsync(email: CenaQueEspera.EmailDaDona(cena.Organizacao));

        await cena.Cliente.FormAsync("/ramais/organizacao/importar");

        Assert.NotNull((await cena.RamalAsync(dona))!.DadoEm);
    }

    [Fact]
    public async Task In_the_background_the_one_that_can_be_proven_is_though_the_other_waited_longer()
    {
        await using var cena = await EsperandoAsync();
        cena.ForaDoAr = true;
        var dona = await cena.Organizacao.PessoaAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await RegistrarAsync(dona, SenhaCerta)).StatusCode);
        Assert.Null((await cena.RamalAsync(dona))!.Prova);
        cena.ForaDoAr = false;

        await cena.Organizacao.TrabalharAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(ProvaDoRamal.Senha, (await cena.RamalAsync(dona))!.Prova);
        Assert.Null((await cena.RamalAsync(cena.QuemEspera))!.Prova);
    }

    [Fact]
    public async Task Two_who_know_its_password_and_are_looked_at_together_do_not_both_get_it()
    {
        await using var cena = await EsperandoAsync(SenhaCerta, foraDoAr: true);
        var outra = await cena.Organizacao.PessoaAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await RegistrarAsync(outra, SenhaCerta)).StatusCode);
        cena.ForaDoAr = false;

        await cena.Organizacao.TrabalharAsync(TimeSpan.FromMinutes(15));

        var provas = new[] { (await cena.RamalAsync(outra))!.Prova, (await cena.RamalAsync(cena.QuemEspera))!.Prova };
        Assert.Single(provas, p => p == ProvaDoRamal.Senha);
    }

    private static async Task<HttpResponseMessage> RegistrarAsync(PessoaDeTeste pessoa, string senha)
    {
        using var cliente = await pessoa.EntrarAsync();
        return await cliente.FormAsync("/ramais", ("Extension", Numero), ("Senha", senha), ("SipServer", CenaDeRamais.Dominio), ("Status", "Ativo"));
    }

    private static async Task<string> SituacaoAsync(ClienteDeTeste cliente) =>
        (await cliente.PaginaAsync("/ramais")).QuerySelector("[aria-label='Situação da linha']")!.TextContent;

    private async Task<CenaQueEspera> EsperandoAsync(string senha = "inventada", bool foraDoAr = false)
    {
        var cena = new CenaQueEspera(await CenaDeRamais.CriarAsync(app));
        await cena.ComQuemEsperaAsync(Numero, foraDoAr);
        Assert.Equal(HttpStatusCode.Redirect, (await RegistrarAsync(cena.QuemEspera, senha)).StatusCode);
        Assert.Null((await cena.RamalAsync(cena.QuemEspera))!.Prova);
        return cena;
    }

    /// <summary>The provider knows the number; a vendedor of the organization registers it with whatever password.</summary>
    private sealed class CenaQueEspera(CenaDeRamais cena) : IAsyncDisposable
    {
        public OrganizacaoDeTeste Organizacao => cena.Organizacao;

        public ClienteDeTeste Cliente => cena.Cliente;

        public PessoaDeTeste QuemEspera { get; private set; } = null!;

        public bool ForaDoAr
        {
            set => cena.ForaDoAr = value;
        }

        public static string EmailDaDona(OrganizacaoDeTeste organizacao) => $"dona@{organizacao.Slug}.example";

        public async Task ComQuemEsperaAsync(string numero, bool foraDoAr)
        {
            cena.NaApi4Com(numero, EmailDaDona(Organizacao));
            cena.ForaDoAr = foraDoAr;
            QuemEspera = await Organizacao.PessoaAsync();
        }

        public Task<RamalVoip?> RamalAsync(PessoaDeTeste pessoa) => cena.RamalAsync(pessoa);

        public Task<HttpResponseMessage> AtribuirAsync(Guid membroId, string extension, string senha) => cena.AtribuirAsync(membroId, extension, senha);

        public ValueTask DisposeAsync() => cena.DisposeAsync();
    }
}
