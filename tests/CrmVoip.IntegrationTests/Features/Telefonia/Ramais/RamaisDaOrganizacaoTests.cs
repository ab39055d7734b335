using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>/ramais/organizacao: the administrador gives, replaces and takes away.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RamaisDaOrganizacaoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Only_the_administrador_comes_in()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        foreach (var papel in new[] { Papel.Gestor, Papel.Vendedor })
        {
            using var cliente = await (await cena.Organizacao.PessoaAsync(papel)).EntrarAsync();
            var pagina = await cliente.GetAsync("/ramais/organizacao");
            Assert.Equal(HttpStatusCode.Forbidden, pagina.StatusCode);
            Assert.Contains("Você não tem permissão", await pagina.Content.ReadAsStringAsync());
            foreach (var caminho in new[] { "/ramais/organizacao/api4com", "/ramais/organizacao/atribuir" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await cliente.GetAsync(caminho)).StatusCode);
            }

            Assert.Equal(HttpStatusCode.Forbidden, (await cliente.FormAsync("/ramais/organizacao/importar")).StatusCode);
        }
    }

    [Fact]
    public async Task Members_and_the_providers_list_show_who_has_what()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var ramal = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        await cena.Organizacao.ComDbAsync(
            async db =>
            {
                await db.ManterTitularAsync(ramal, DateTimeOffset.UtcNow, CancellationToken.None);
                return await db.SaveChangesAsync();
            });
        await CenaDeRamais.CredenciaisAsync(ana);
        cena.NaApi4Com("1001", ana.Email);
        cena.NaApi4Com("1002", "livre@fora.example");

        var pagina = await cena.Cliente.PaginaAsync("/ramais/organizacao");
        var lista = await cena.Cliente.PaginaAsync("/ramais/organizacao/api4com");

        var linhas = pagina.QuerySelectorAll("tbody tr").Select(l => l.TextContent).ToList();
        Assert.Contains("1001", linhas.Single(l => l.Contains(ana.Email)));
        Assert.DoesNotContain("Nunca usado", linhas.Single(l => l.Contains(ana.Email)));
        Assert.Contains("Sem ramal", linhas.Single(l => l.Contains(cena.Administrador.Email)));
        Assert.Contains("1 pessoa sem ramal", pagina.Body!.TextContent);
        Assert.Contains(ana.Email, lista.QuerySelectorAll("tbody tr")[0].QuerySelector("[data-coluna='Usado por']")!.TextContent);
        Assert.Contains("Livre", lista.QuerySelectorAll("tbody tr")[1].TextContent);
        Assert.DoesNotContain("segredo-da-api4com", pagina.DocumentElement.OuterHtml + lista.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Ramal_of_the_list_is_given_with_the_providers_password()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", null);
        var formulario = await cena.Cliente.PaginaAsync($"/ramais/organizacao/atribuir?extension=1001");
        Assert.Equal(CenaDeRamais.Dominio, formulario.QuerySelector("#SipServer")!.GetAttribute("value"));
        Assert.Equal("", formulario.QuerySelector("#NomeExibicao")!.GetAttribute("value"));
        Assert.DoesNotContain("segredo-da-api4com", formulario.DocumentElement.OuterHtml);

        Assert.Equal(HttpStatusCode.Redirect, (await cena.AtribuirAsync(ana.Id, "1001")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await CenaDeRamais.CredenciaisAsync(ana)).Status);
        Assert.Equal(["ramal.atribuido"], await cena.AcoesAsync((await cena.RamalAsync(ana))!.Id));
        using var cliente = await ana.EntrarAsync();
        Assert.Contains($"Atribuído por {cena.Administrador.Email}", (await cliente.PaginaAsync("/ramais")).Body!.TextContent);
    }

    [Fact]
    public async Task Who_is_called_sees_the_name_of_the_person_and_not_the_providers()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", null);
        var formulario = await cena.Cliente.PaginaAsync($"/ramais/organizacao/atribuir?extension=1001&membroId={ana.Id}");
        Assert.Equal(ana.Email, formulario.QuerySelector("#NomeExibicao")!.GetAttribute("value"));

        await cena.Cliente.FormAsync(
            "/ramais/organizacao/atribuir",
            ("MembroId", ana.Id.ToString()), ("Extension", "1001"), ("Senha", ""), ("SipServer", CenaDeRamais.Dominio), ("NomeExibicao", ""));

        Assert.Equal(ana.Email, (await cena.RamalAsync(ana))!.NomeExibicao);
    }

    [Fact]
    public async Task Without_the_provider_the_password_is_typed()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        await RecusadoAsync(await cena.AtribuirAsync(ana.Id, "1001"), "Senha", "não tem a senha");
        cena.ForaDoAr = true;
        await RecusadoAsync(await cena.AtribuirAsync(ana.Id, "1001"), "Senha", "não respondeu");

        Assert.Equal(HttpStatusCode.Redirect, (await cena.AtribuirAsync(ana.Id, "1001", "digitada")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CenaDeRamais.CredenciaisAsync(ana)).Status);
    }

    [Fact]
    public async Task Ramal_in_use_is_refused_with_its_holders_name_and_nothing_typed_is_lost_but_the_password()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var dona = await cena.Organizacao.PessoaAsync();
        await dona.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        var outra = await cena.Organizacao.PessoaAsync();

        var pagina = await RecusadoAsync(await cena.AtribuirAsync(outra.Id, "1001", "senha-digitada"), "Extension", $"O ramal 1001 já é de {dona.Email}");

        Assert.Equal("1001", pagina.QuerySelector("#Extension")!.GetAttribute("value"));
        Assert.Equal("Mesa", pagina.QuerySelector("#NomeExibicao")!.GetAttribute("value"));
        Assert.Equal(outra.Id.ToString(), pagina.QuerySelector("#MembroId option[selected]")!.GetAttribute("value"));
        Assert.DoesNotContain("senha-digitada", pagina.DocumentElement.OuterHtml);
        Assert.Null(await cena.RamalAsync(outra));
    }

    [Theory]
    [InlineData("y.api4com.com")]
    [InlineData("X.Api4Com.COM")]
    [InlineData(CenaDeRamais.Dominio)]
    public async Task Same_number_at_another_server_is_the_same_ramal(string servidor)
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        await (await cena.Organizacao.PessoaAsync()).ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);

        await RecusadoAsync(await cena.AtribuirAsync((await cena.Organizacao.PessoaAsync()).Id, "1001", "s", servidor), "Extension", "O ramal 1001 já é de");
    }

    [Fact]
    public async Task Of_many_who_want_a_ramal_at_once_one_gets_it()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var pessoas = new List<PessoaDeTeste>();
        for (var i = 0; i < 6; i++)
        {
            pessoas.Add(await cena.Organizacao.PessoaAsync());
        }

        await cena.Cliente.GetAsync("/ramais/organizacao");
        var respostas = await Task.WhenAll(pessoas.Select(p => cena.AtribuirAsync(p.Id, "1001", "s")));

        Assert.Single(respostas, r => r.StatusCode == HttpStatusCode.Redirect);
        foreach (var perdida in respostas.Where(r => r.StatusCode != HttpStatusCode.Redirect))
        {
            await RecusadoAsync(perdida, "Extension", "O ramal 1001 já é de");
        }
    }

    [Fact]
    public async Task Replacing_frees_the_old_ramal_and_keeps_it_as_history()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var antigo = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        Assert.Equal("1001", (await cena.Cliente.PaginaAsync($"/ramais/organizacao/atribuir?membroId={ana.Id}")).QuerySelector("#Extension")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await cena.AtribuirAsync(ana.Id, "1002", "nova")).StatusCode);

        var novo = (await cena.RamalAsync(ana))!;
        Assert.Equal("1002", novo.Extension);
        Assert.Equal(["ramal.revogado"], await cena.AcoesAsync(antigo.Id));
        Assert.Equal(["ramal.atribuido"], await cena.AcoesAsync(novo.Id));
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.RamaisRevogados().CountAsync(r => r.Id == antigo.Id && r.SegredoId == null), como: ana));
        Assert.Equal(HttpStatusCode.Redirect, (await cena.AtribuirAsync((await cena.Organizacao.PessoaAsync()).Id, "1001", "s")).StatusCode);
    }

    [Fact]
    public async Task New_password_for_the_same_ramal_is_a_new_version_and_none_keeps_the_old()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var ramal = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        var antes = await CenaDeRamais.CredenciaisAsync(ana);

        await cena.AtribuirAsync(ana.Id, "1001");
        Assert.Equal(antes, await CenaDeRamais.CredenciaisAsync(ana));
        await cena.AtribuirAsync(ana.Id, "1001", "nova");

        Assert.NotEqual(antes, await CenaDeRamais.CredenciaisAsync(ana));
        Assert.Equal(ramal.Id, (await cena.RamalAsync(ana))!.Id);
        Assert.Equal(2, await cena.Organizacao.ComDbAsync(db => db.RamaisVoipSegredos.CountAsync(), como: ana));
    }

    [Theory]
    [InlineData("", "1001", "MembroId", "Escolha a pessoa")]
    [InlineData("6f0f0b3e-0d3c-4a3e-9d6a-2a7a4b6f3b11", "1001", "MembroId", "não é um membro ativo")]
    [InlineData("", "10 01", "Extension", "só letras e números")]
    public async Task What_is_wrong_is_said_at_its_field(string membro, string extension, string campo, string mensagem)
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);

        var resposta = await cena.Cliente.FormAsync(
            "/ramais/organizacao/atribuir", ("MembroId", membro), ("Extension", extension), ("Senha", "s"), ("SipServer", CenaDeRamais.Dominio));

        await RecusadoAsync(resposta, campo, mensagem);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> RecusadoAsync(HttpResponseMessage resposta, string campo, string mensagem)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(mensagem, pagina.QuerySelector($"#{campo}-erro")!.TextContent);
        return pagina;
    }
}
