using System.Net;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>Whose ramal it is: given by the administrador, proven against the provider's list, or nobody's yet.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ConfirmacaoTests(AplicacaoFixture app)
{
    private const string Certa = "segredo-da-api4com";

    [Fact]
    public async Task Whoever_knows_the_password_of_the_list_or_has_its_email_is_proven_at_once_and_nobody_else()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var (porSenha, porEmail, porNada) = (await cena.Organizacao.PessoaAsync(), await cena.Organizacao.PessoaAsync(), await cena.Organizacao.PessoaAsync());
        cena.NaApi4Com("1001", null);
        cena.NaApi4Com("1002", porEmail.Email.ToUpperInvariant());
        cena.NaApi4Com("1003", "bia@fora.example");

        Assert.Contains("pela senha", await RegistrarAsync(porSenha, "1001", Certa));
        Assert.Contains("pelo seu e-mail", await RegistrarAsync(porEmail, "1002", "inventada"));
        Assert.Contains("Conferir de novo", await RegistrarAsync(porNada, "1003", "inventada"));

        Assert.Equal(
            [ProvaDoRamal.Senha, ProvaDoRamal.Email, null],
            new[] { await cena.RamalAsync(porSenha), await cena.RamalAsync(porEmail), await cena.RamalAsync(porNada) }.Select(r => r!.Prova));
        Assert.Equal(["ramal.salvo", "ramal.provado"], await cena.AcoesAsync((await cena.RamalAsync(porSenha))!.Id));
        var titulares = await cena.Organizacao.ComDbAsync(db => db.RamaisTitulares.OrderBy(t => t.Extension).Select(t => t.Confirmado).ToListAsync());
        Assert.Equal([true, true, false], titulares);
    }

    [Fact]
    public async Task Administrador_sees_who_waits_and_confirms_with_one_click()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        await RegistrarAsync(ana, "1001", "inventada");
        var ramal = (await cena.RamalAsync(ana))!;

        var pagina = await cena.Cliente.PaginaAsync("/ramais/organizacao");
        Assert.Contains("1 ramal foi registrado pela própria pessoa", pagina.QuerySelector("[aria-label='Por confirmar']")!.TextContent);
        Assert.Contains("Por confirmar", pagina.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains(ana.Email)).TextContent);
        using (var ela = await ana.EntrarAsync())
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await ela.FormAsync($"/ramais/organizacao/{ramal.Id}/confirmar", ("extension", "1001"))).StatusCode);
        }

        // She had shown another number when the page was opened.
        var outro = await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/confirmar", ("extension", "1000"));
        Assert.Equal(HttpStatusCode.Conflict, outro.StatusCode);
        Assert.Contains("mudou o ramal para 1001", (await ClienteDeTeste.LerAsync(outro)).GetProperty("mensagem").GetString());
        Assert.Null((await cena.RamalAsync(ana))!.DadoEm);

        Assert.Equal(HttpStatusCode.Redirect, (await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/confirmar", ("extension", "1001"))).StatusCode);

        var dado = (await cena.RamalAsync(ana))!;
        Assert.Equal((cena.Administrador.Id, true), (dado.DadoPor!.Value, dado.DadoEm is not null));
        Assert.Equal(["ramal.salvo", "ramal.confirmado"], await cena.AcoesAsync(ramal.Id));
        Assert.Null((await cena.Cliente.PaginaAsync("/ramais/organizacao")).QuerySelector("[aria-label='Por confirmar']"));
        using var cliente = await ana.EntrarAsync();
        Assert.Contains("Atribuído por", await LinhaAsync(cliente));
        Assert.Equal([false, true], await cena.Organizacao.ComDbAsync(db => db.RamaisTitulares.OrderBy(t => t.Ate == null).Select(t => t.Confirmado!.Value).ToListAsync()));
    }

    [Fact]
    public async Task Administradores_own_ramal_is_given_and_another_number_is_not_given_any_more()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        await cena.AtribuirAsync(ana.Id, "1001", "s");
        Assert.NotNull((await cena.RamalAsync(ana))!.DadoEm);

        await RegistrarAsync(ana, "1002", "s");
        Assert.Null((await cena.RamalAsync(ana))!.DadoEm);

        await RegistrarAsync(cena.Administrador, "1003", "s");
        Assert.Equal(cena.Administrador.Id, (await cena.RamalAsync(cena.Administrador))!.DadoPor);
    }

    [Theory]
    [InlineData("1001", "y.api4com.com")]
    [InlineData("1001", "X.API4COM.COM")]
    [InlineData(" 1001 ", "x.api4com.com")]
    [InlineData("1001", "x.api4com.com.")]
    public async Task Another_spelling_of_the_server_is_the_same_ramal(string extension, string servidor)
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        await cena.DarAsync(await cena.Organizacao.PessoaAsync(), "1001");
        var outra = await cena.Organizacao.PessoaAsync();
        using var cliente = await outra.EntrarAsync();

        var resposta = await SalvarAsync(cliente, extension, "inventada", servidor);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains("já é de outra pessoa", (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#Extension-erro")!.TextContent);
        Assert.Null(await cena.RamalAsync(outra));
    }

    [Fact]
    public async Task Letters_of_a_number_count_in_either_case_and_a_port_is_no_server()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        await cena.DarAsync(await cena.Organizacao.PessoaAsync(), "mesa7");
        using var cliente = await (await cena.Organizacao.PessoaAsync()).EntrarAsync();

        Assert.NotNull((await ClienteDeTeste.PaginaAsync(await SalvarAsync(cliente, "MESA7", "s"))).QuerySelector("#Extension-erro"));
        Assert.NotNull((await ClienteDeTeste.PaginaAsync(await SalvarAsync(cliente, "1002", "s", "x.api4com.com:5060"))).QuerySelector("#SipServer-erro"));
    }

    [Fact]
    public async Task Of_many_who_type_one_number_at_once_and_know_its_password_one_gets_it()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        cena.NaApi4Com("1001", null);
        var clientes = new List<ClienteDeTeste>();
        for (var i = 0; i < 6; i++)
        {
            clientes.Add(await (await cena.Organizacao.PessoaAsync()).EntrarAsync());
        }

        var respostas = await Task.WhenAll(clientes.Select((c, i) => SalvarAsync(c, "1001", Certa, $"s{i}.api4com.com")));

        Assert.Single(respostas, r => r.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(5, respostas.Count(r => r.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.RamaisVoip.CountAsync(), como: cena.Administrador));
        clientes.ForEach(c => c.Dispose());
    }

    [Fact]
    public async Task Deactivated_by_the_administrador_stays_so_by_form_by_hand_by_suggestion_and_by_import()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", ana.Email);
        cena.NaApi4Com("1002", ana.Email);
        var ramal = await ana.ComRamalAsync("1001", Certa, CenaDeRamais.Dominio);
        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/status/inativo");
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync("/ramais");
        Assert.Contains("Só um administrador pode ativá-lo de novo", pagina.Body!.TextContent);
        Assert.NotNull(pagina.QuerySelector("fieldset[disabled] #Extension"));
        foreach (var (extension, servidor) in new[] { ("1001", CenaDeRamais.Dominio), ("1001", "y.api4com.com"), ("1002", CenaDeRamais.Dominio) })
        {
            var resposta = await SalvarAsync(cliente, extension, Certa, servidor);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
            Assert.Contains("Só um administrador", (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#Status-erro")!.TextContent);
        }

        await cliente.FormAsync("/ramais/conferir");
        await cliente.PostAsync("/ramais/sugestao", new { extension = "1001" });
        await cena.Cliente.FormAsync("/ramais/organizacao/importar");
        await cena.Organizacao.ComServicoAsync<ConferirRamais>(conferir => conferir.ExecutarAsync(cena.Organizacao.Id, 1, CancellationToken.None));

        var depois = (await cena.RamalAsync(ana))!;
        Assert.Equal((ramal.Id, "1001", StatusDoRamal.Inativo, cena.Administrador.Id), (depois.Id, depois.Extension, depois.Status, depois.DesativadoPor!.Value));
        Assert.Equal((HttpStatusCode.Conflict, "ramal_inativo"), await CenaDeRamais.CredenciaisAsync(ana));

        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/status/ativo");
        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync(cliente, "1001", Certa)).StatusCode);
    }

    [Fact]
    public async Task Own_switch_is_the_owners()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        using var cliente = await ana.EntrarAsync();
        await SalvarAsync(cliente, "1001", "s");

        await SalvarAsync(cliente, "1001", "", status: "Inativo");
        Assert.Contains("Linha inativa", await LinhaAsync(cliente));
        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync(cliente, "1001", "")).StatusCode);
        Assert.Contains("Linha pronta", await LinhaAsync(cliente));
    }

    [Fact]
    public async Task What_the_administrador_took_away_is_not_proven_back()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", ana.Email);
        var ramal = await ana.ComRamalAsync("1001", Certa, CenaDeRamais.Dominio);
        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/revogar");

        Assert.Contains("Conferir de novo", await RegistrarAsync(ana, "1001", Certa));
        Assert.Null((await cena.RamalAsync(ana))!.ProvadoEm);
    }

    [Fact]
    public async Task Provider_that_was_away_proves_it_later_in_the_background()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        cena.NaApi4Com("1001", "outra@fora.example");
        cena.ForaDoAr = true;
        Assert.Contains("Conferir de novo", await RegistrarAsync(ana, "1001", Certa));

        cena.ForaDoAr = false;
        Assert.Contains(ConferirRamais.Tipo, await cena.Organizacao.TrabalharAsync(TimeSpan.FromMinutes(11)));

        Assert.Equal(ProvaDoRamal.Senha, (await cena.RamalAsync(ana))!.Prova);
    }

    [Fact]
    public async Task Confirmation_holds_in_the_account_it_was_given_for()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        var conexao = await cena.Organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync());
        Assert.True((await cena.RamalAsync(ana))!.Confirmado(conexao));

        conexao.EsquecerConta();
        conexao.Completar("outra.api4com.com", "wss://outra.api4com.com:6443");

        Assert.False((await cena.RamalAsync(ana))!.Confirmado(conexao));
        Assert.False((await cena.RamalAsync(ana))!.Confirmado(null));
    }

    private static async Task<string> RegistrarAsync(PessoaDeTeste pessoa, string extension, string senha)
    {
        using var cliente = await pessoa.EntrarAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await SalvarAsync(cliente, extension, senha)).StatusCode);
        return await LinhaAsync(cliente);
    }

    private static async Task<string> LinhaAsync(ClienteDeTeste cliente) =>
        (await cliente.PaginaAsync("/ramais")).QuerySelector("[aria-label='Situação da linha']")!.TextContent;

    private static Task<HttpResponseMessage> SalvarAsync(
        ClienteDeTeste cliente, string extension, string senha, string servidor = CenaDeRamais.Dominio, string status = "Ativo") => cliente.FormAsync(
            "/ramais", ("Extension", extension), ("Senha", senha), ("SipServer", servidor), ("NomeExibicao", "Mesa"), ("Status", status));
}
