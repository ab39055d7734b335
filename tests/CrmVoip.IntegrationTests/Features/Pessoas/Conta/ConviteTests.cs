using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>The link of an invitation, opened by everybody who may come across it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ConviteTests(AplicacaoFixture app)
{
    private const string CriarConta = "Criar conta e entrar";
    private const string EntrarNaOrganizacao = "Entrar na organização";

    [Fact]
    public async Task Somebody_without_account_makes_one_and_lands_on_the_board()
    {
        var (organizacao, admin, link, email) = await ConviteAsync(Papel.Gestor);
        using var http = app.Cliente();
        var visitante = new Visitante(http);

        var pagina = await visitante.AbrirAsync(link);
        Assert.Equal(HttpStatusCode.OK, pagina.StatusCode);
        Assert.True(pagina.Headers.CacheControl?.NoStore);
        Assert.Contains($"{admin.Email} convidou", visitante.Texto, StringComparison.Ordinal);
        Assert.Contains("como gestor", visitante.Texto, StringComparison.Ordinal);
        Assert.True(visitante.Pagina.QuerySelector("#Email")!.HasAttribute("readonly"));

        var resposta = await visitante.ApertarAsync(CriarConta, ("Nome", "Rita Nunes"), ("Senha", PessoaDeTeste.Senha), ("Email", "outra@teste.example"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal($"{organizacao.Base}/oportunidades", resposta.Headers.Location!.OriginalString);
        var membro = await organizacao.ComDbAsync(db => db.Membros.AsNoTracking().SingleAsync(m => m.Email == email));
        Assert.Equal(("Rita Nunes", Papel.Gestor, true), (membro.Nome, membro.Papel, membro.Ativo));
        var registro = await organizacao.ComDbAsync(db => db.AuditLog.SingleAsync(a => a.Acao == Acoes.ConviteAceito));
        Assert.Equal(membro.UsuarioId, registro.UsuarioId);
        Assert.NotEqual(HttpStatusCode.NotFound, (await http.GetAsync($"{organizacao.Base}/ramais")).StatusCode);
    }

    [Fact]
    public async Task Opening_the_link_accepts_nothing()
    {
        var (organizacao, _, link, email) = await ConviteAsync();
        await app.CriarContaAsync(email, "Rita");
        using var cliente = await EntrarAsync(email);

        Assert.Equal(HttpStatusCode.OK, (await cliente.Http.GetAsync(link)).StatusCode);

        Assert.Equal(0, await organizacao.ComDbAsync(db => db.Membros.CountAsync(m => m.Email == email)));
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Convites.CountAsync(c => c.AceitoEm == null)));
    }

    [Fact]
    public async Task Bad_answers_are_told_at_their_fields_and_the_name_is_kept()
    {
        var (_, _, link, _) = await ConviteAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(link);

        var resposta = await visitante.ApertarAsync(CriarConta, ("Nome", "Rita"), ("Senha", "curta"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal("Rita", visitante.Pagina.QuerySelector("#Nome")!.GetAttribute("value"));
        Assert.Contains("12 caracteres ou mais", visitante.Pagina.QuerySelector("#Senha-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(visitante.Pagina.QuerySelector("#Senha")!.GetAttribute("value") ?? "");

        Assert.Equal(HttpStatusCode.Redirect, (await visitante.ApertarAsync(CriarConta, ("Senha", PessoaDeTeste.Senha))).StatusCode);
    }

    [Fact]
    public async Task Somebody_with_account_signs_in_and_comes_back_to_one_button()
    {
        var (organizacao, _, link, email) = await ConviteAsync();
        await app.CriarContaAsync(email, "Rita");
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(link);
        var entrar = visitante.Pagina.QuerySelectorAll("main a").Single(a => a.TextContent == "Já tenho conta").GetAttribute("href")!;

        await visitante.AbrirAsync(entrar);
        var volta = await visitante.ApertarAsync("Entrar", ("Email", email), ("Senha", PessoaDeTeste.Senha));
        Assert.Equal(link, volta.Headers.Location!.OriginalString);
        await visitante.AbrirAsync(link);
        var resposta = await visitante.ApertarAsync(EntrarNaOrganizacao);

        Assert.Equal($"{organizacao.Base}/oportunidades", resposta.Headers.Location!.OriginalString);
        Assert.Contains("Organização", await (await http.GetAsync("/conta/organizacoes")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_signed_in_with_another_address_is_told_and_may_sign_out_into_the_invitation()
    {
        var (organizacao, _, link, _) = await ConviteAsync();
        var outra = ConvitesDeTeste.NovoEmail();
        await app.CriarContaAsync(outra, "Outra");
        using var cliente = await EntrarAsync(outra);
        var visitante = new Visitante(cliente.Http);

        await visitante.AbrirAsync(link);
        Assert.Contains(outra, visitante.Texto, StringComparison.Ordinal);
        var saiu = await visitante.ApertarAsync("Sair desta conta");

        Assert.Equal(link, saiu.Headers.Location!.OriginalString);
        await visitante.AbrirAsync(link);
        Assert.Contains(CriarConta, visitante.Texto, StringComparison.Ordinal);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Membros.CountAsync()));
    }

    [Fact]
    public async Task Somebody_else_cannot_accept_even_by_posting()
    {
        var (organizacao, _, link, _) = await ConviteAsync();
        var outra = ConvitesDeTeste.NovoEmail();
        await app.CriarContaAsync(outra, "Outra");
        using var cliente = await EntrarAsync(outra);

        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync(link)).StatusCode);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Membros.CountAsync()));
    }

    [Fact]
    public async Task Unknown_wrong_expired_revoked_and_used_links_answer_alike()
    {
        var (organizacao, admin, link, email) = await ConviteAsync();
        var vencido = new Convite(organizacao.Id, ConvitesDeTeste.NovoEmail(), Papel.Vendedor, admin.Id, DateTimeOffset.UtcNow.AddDays(-8));
        vencido.Renovar(SegredoDoConvite.Hash("segredo"), DateTimeOffset.UtcNow.AddDays(-8));
        await organizacao.SalvarAsync(vencido);
        using var cliente = await admin.EntrarAsync();
        var revogado = await cliente.ConvidarAsync(ConvitesDeTeste.NovoEmail());
        await cliente.FormAsync($"/convites/{revogado.Split('/')[^2]}/revogar");
        var usado = await cliente.ConvidarAsync(ConvitesDeTeste.NovoEmail());
        await AceitarComContaNovaAsync(usado);
        string[] mortos =
        [
            $"{link}x",
            link.Replace(link.Split('/')[^2], Guid.NewGuid().ToString(), StringComparison.Ordinal),
            link.Replace(organizacao.Id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal),
            $"/conta/convite/{organizacao.Id}/{vencido.Id}/segredo",
            revogado,
            usado,
        ];

        using var http = app.Cliente();
        var respostas = new HashSet<string>();
        foreach (var morto in mortos)
        {
            var resposta = await http.GetAsync(morto);
            Assert.True(resposta.StatusCode == HttpStatusCode.NotFound, $"{morto} answered {(int)resposta.StatusCode}.");
            respostas.Add(await resposta.Content.ReadAsStringAsync());
        }

        Assert.Contains("Este convite não vale mais", Assert.Single(respostas), StringComparison.Ordinal);
        Assert.DoesNotContain(email, respostas.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(organizacao.Slug, respostas.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_clicks_at_once_make_one_membership_and_all_lead_to_the_board()
    {
        var (organizacao, _, link, email) = await ConviteAsync();
        await app.CriarContaAsync(email, "Rita");
        using var cliente = await EntrarAsync(email);
        var visitante = new Visitante(cliente.Http);
        await visitante.AbrirAsync(link);

        var respostas = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitante.EnviarAsync(EntrarNaOrganizacao)));

        Assert.All(respostas, r => Assert.Equal($"{organizacao.Base}/oportunidades", r.Headers.Location?.OriginalString));
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Membros.CountAsync(m => m.Email == email)));
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.ConviteAceito)));
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Two_clicks_on_the_new_account_make_one_account_and_both_lead_to_the_board()
    {
        var (organizacao, _, link, email) = await ConviteAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(link);

        // Without the other's cookie, as when a browser sends both before either is answered.
        using var outro = app.Cliente();
        var outraAba = new Visitante(outro);
        await outraAba.AbrirAsync(link);
        (string, string)[] campos = [("Nome", "Rita"), ("Senha", PessoaDeTeste.Senha)];
        var respostas = await Task.WhenAll(visitante.EnviarAsync(CriarConta, campos), outraAba.EnviarAsync(CriarConta, campos));

        Assert.All(respostas, r => Assert.Equal($"{organizacao.Base}/oportunidades", r.Headers.Location?.OriginalString));
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Membros.CountAsync(m => m.Email == email)));
    }

    [Fact]
    public async Task The_invited_address_with_an_account_and_a_wrong_password_enters_nothing()
    {
        var (organizacao, _, link, email) = await ConviteAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(link);
        await app.CriarContaAsync(email, "Rita");

        var resposta = await visitante.ApertarAsync(CriarConta, ("Nome", "Intruso"), ("Senha", "uma-outra-senha-comprida"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains("Já existe uma conta", visitante.Texto, StringComparison.Ordinal);
        Assert.Equal(0, await organizacao.ComDbAsync(db => db.Membros.CountAsync(m => m.Email == email)));
        Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/conta/organizacoes")).StatusCode);
    }

    [Fact]
    public async Task Accepting_brings_a_deactivated_member_back_with_the_invited_papel()
    {
        var (organizacao, admin, _, _) = await ConviteAsync();
        var antiga = await organizacao.PessoaAsync();
        using var daAdmin = await admin.EntrarAsync();
        await daAdmin.FormAsync($"/membros/{antiga.Id}/desativar", ("Sucessor", "ninguem"));
        var convite = new Convite(organizacao.Id, antiga.Email, Papel.Gestor, admin.Id, DateTimeOffset.UtcNow);
        convite.Renovar(SegredoDoConvite.Hash("segredo"), DateTimeOffset.UtcNow);
        await organizacao.SalvarAsync(convite);
        using var cliente = await EntrarAsync(antiga.Email);

        var resposta = await cliente.FormAsync($"/conta/convite/{organizacao.Id}/{convite.Id}/segredo");

        Assert.Equal($"{organizacao.Base}/oportunidades", resposta.Headers.Location?.OriginalString);
        var membro = await organizacao.ComDbAsync(db => db.Membros.AsNoTracking().SingleAsync(m => m.UsuarioId == antiga.Id));
        Assert.Equal((Papel.Gestor, true), (membro.Papel, membro.Ativo));
    }

    [Fact]
    public async Task A_used_link_does_not_bring_back_who_was_deactivated_afterwards()
    {
        var (organizacao, admin, link, email) = await ConviteAsync();
        await app.CriarContaAsync(email, "Rita");
        using var cliente = await EntrarAsync(email);
        await cliente.FormAsync(link);
        var id = await organizacao.ComDbAsync(db => db.Membros.Where(m => m.Email == email).Select(m => m.UsuarioId).SingleAsync());
        using var daAdmin = await admin.EntrarAsync();
        await daAdmin.FormAsync($"/membros/{id}/desativar", ("Sucessor", "ninguem"));

        Assert.Equal(HttpStatusCode.NotFound, (await cliente.FormAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Links_are_opened_a_limited_number_of_times_a_minute()
    {
        var (_, _, link, _) = await ConviteAsync();
        await using var instancia = app.OutraInstancia(("Crm:EntradasPorMinuto", "3"));
        using var http = instancia.CreateClient();
        var situacoes = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            situacoes.Add((await http.GetAsync(link + i)).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, situacoes);
    }

    private async Task<(OrganizacaoDeTeste Organizacao, PessoaDeTeste Admin, string Link, string Email)> ConviteAsync(Papel papel = Papel.Vendedor)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var admin = await organizacao.PessoaAsync(Papel.Administrador);
        using var cliente = await admin.EntrarAsync();
        var email = ConvitesDeTeste.NovoEmail();
        return (organizacao, admin, await cliente.ConvidarAsync(email, papel), email);
    }

    private async Task<ClienteDeTeste> EntrarAsync(string email)
    {
        var cliente = new ClienteDeTeste(app.Cliente(), "");
        await cliente.EntrarAsync(email, PessoaDeTeste.Senha);
        return cliente;
    }

    private async Task AceitarComContaNovaAsync(string link)
    {
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, (await visitante.ApertarAsync(CriarConta, ("Nome", "Rita"), ("Senha", PessoaDeTeste.Senha))).StatusCode);
    }
}
