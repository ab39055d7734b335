using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Membros;

[Collection(AplicacaoFixture.Colecao)]
public sealed class ConvidarTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Without_a_mail_server_the_link_is_shown_once_to_copy()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var email = ConvitesDeTeste.NovoEmail();

        var resposta = await cliente.FormAsync("/convites/criar", ("Email", $" {email.ToUpperInvariant()} "), ("Papel", "Gestor"));

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        Assert.True(resposta.Headers.CacheControl?.NoStore);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        var link = pagina.QuerySelector("#link-do-convite")!.GetAttribute("value")!;
        Assert.Matches($"^http://localhost/conta/convite/{organizacao.Id}/[0-9a-f-]{{36}}/[A-Za-z0-9_-]{{43}}$", link);
        Assert.Equal("link-do-convite", pagina.QuerySelector("[data-copiar]")!.GetAttribute("data-copiar"));
        Assert.DoesNotContain(
            resposta.Headers.Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value),
            c => c.StartsWith("crm.aviso=", StringComparison.Ordinal) && !c.StartsWith("crm.aviso=;", StringComparison.Ordinal));
        var lista = await cliente.PaginaAsync("/membros");
        Assert.Contains(email, lista.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], lista.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_hash_of_the_secret_is_kept_anywhere()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var segredo = (await cliente.ConvidarAsync(ConvitesDeTeste.NovoEmail())).Split('/')[^1];

        var convite = await organizacao.ComDbAsync(db => db.Convites.AsNoTracking().SingleAsync());
        Assert.Equal(SegredoDoConvite.Hash(segredo), convite.SegredoHash);
        Assert.Matches("^[0-9a-f]{64}$", convite.SegredoHash);
        Assert.Equal(TimeSpan.FromDays(7), convite.ExpiraEm - convite.CriadoEm);
        var registro = await organizacao.ComDbAsync(db => db.AuditLog.SingleAsync(a => a.Acao == Acoes.ConviteCriado));
        Assert.Equal(admin.Id, registro.UsuarioId);
        Assert.Contains(convite.Email, registro.Dados, StringComparison.Ordinal);
        Assert.DoesNotContain(segredo, registro.Dados, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Informe o e-mail.")]
    [InlineData("ana", "Isto não é um e-mail")]
    public async Task Bad_address_is_told_at_its_field_and_kept(string email, string mensagem)
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();

        var resposta = await cliente.FormAsync("/convites/criar", ("Email", email), ("Papel", "Gestor"));

        var pagina = await RecusadaAsync(resposta, mensagem);
        Assert.Equal(email, pagina.QuerySelector("#Email")!.GetAttribute("value") ?? "");
        Assert.Equal("Gestor", pagina.QuerySelector("#Papel option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await organizacao.ComDbAsync(db => db.Convites.CountAsync()));
    }

    [Fact]
    public async Task A_papel_that_does_not_exist_is_refused()
    {
        var (_, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();

        foreach (var papel in new[] { "", "7", "Dono" })
        {
            var resposta = await cliente.FormAsync("/convites/criar", ("Email", ConvitesDeTeste.NovoEmail()), ("Papel", papel));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        }
    }

    [Fact]
    public async Task Active_member_and_pending_invitation_are_told_at_the_field()
    {
        var (organizacao, admin) = await AdminAsync();
        var colega = await organizacao.PessoaAsync();
        using var cliente = await admin.EntrarAsync();
        var email = ConvitesDeTeste.NovoEmail();
        await cliente.ConvidarAsync(email);

        await RecusadaAsync(await cliente.FormAsync("/convites/criar", ("Email", colega.Email), ("Papel", "Vendedor")), "já é membro");
        await RecusadaAsync(await cliente.FormAsync("/convites/criar", ("Email", email), ("Papel", "Vendedor")), "já tem um convite");
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Convites.CountAsync()));
    }

    [Fact]
    public async Task Deactivated_member_is_offered_back_instead_of_invited()
    {
        var (organizacao, admin) = await AdminAsync();
        var antiga = await organizacao.PessoaAsync();
        using var cliente = await admin.EntrarAsync();
        await cliente.FormAsync($"/membros/{antiga.Id}/desativar", ("Sucessor", "ninguem"));

        var pagina = await RecusadaAsync(await cliente.FormAsync("/convites/criar", ("Email", antiga.Email), ("Papel", "Vendedor")), "acesso desativado");

        Assert.Equal($"{organizacao.Base}/membros/{antiga.Id}/reativar", pagina.QuerySelector("form a.botao")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Expired_invitation_gives_way_to_a_new_one()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var email = ConvitesDeTeste.NovoEmail();
        var vencido = new Convite(organizacao.Id, email, Papel.Gestor, admin.Id, DateTimeOffset.UtcNow - Convite.Validade);
        await organizacao.SalvarAsync(vencido);
        Assert.Contains("Expirou", (await cliente.PaginaAsync("/membros")).Body!.TextContent, StringComparison.Ordinal);

        await cliente.ConvidarAsync(email);

        var aberto = await organizacao.ComDbAsync(db => db.Convites.SingleAsync(c => c.RevogadoEm == null));
        Assert.NotEqual(vencido.Id, aberto.Id);
        Assert.Equal(Papel.Vendedor, aberto.Papel);
    }

    [Fact]
    public async Task Two_who_invite_the_same_person_at_once_make_one_invitation()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var email = ConvitesDeTeste.NovoEmail();
        await cliente.GetAsync("/membros");

        var respostas = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(_ => cliente.FormAsync("/convites/criar", ("Email", email), ("Papel", "Vendedor"))));

        Assert.Single(respostas, r => r.StatusCode == HttpStatusCode.OK);
        Assert.All(respostas, r => Assert.True(r.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Convites.CountAsync()));
    }

    [Fact]
    public async Task Renewing_makes_a_new_link_and_kills_the_old_one()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var antigo = await cliente.ConvidarAsync(ConvitesDeTeste.NovoEmail());
        var id = antigo.Split('/')[^2];

        var novo = await ConvitesDeTeste.LinkAsync(await cliente.FormAsync($"/convites/{id}/renovar"));

        using var http = app.Cliente();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(antigo)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(novo)).StatusCode);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.ConviteRenovado && a.UsuarioId == admin.Id)));
    }

    [Fact]
    public async Task Renewing_an_expired_invitation_gives_it_seven_more_days()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var vencido = new Convite(organizacao.Id, ConvitesDeTeste.NovoEmail(), Papel.Gestor, admin.Id, DateTimeOffset.UtcNow.AddDays(-30));
        await organizacao.SalvarAsync(vencido);

        var link = await ConvitesDeTeste.LinkAsync(await cliente.FormAsync($"/convites/{vencido.Id}/renovar"));

        using var http = app.Cliente();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Revoking_asks_first_and_then_the_link_opens_nothing()
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var email = ConvitesDeTeste.NovoEmail();
        var link = await cliente.ConvidarAsync(email);
        var id = link.Split('/')[^2];

        var pergunta = await cliente.PaginaAsync($"/convites/{id}/revogar");
        Assert.Contains(email, pergunta.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync($"/convites/{id}/revogar")).StatusCode);

        using var http = app.Cliente();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync($"/convites/{id}/renovar")).StatusCode);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.ConviteRevogado && a.UsuarioId == admin.Id)));
    }

    [Fact]
    public async Task Invitation_of_another_organization_does_not_exist()
    {
        var (_, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();
        var id = (await cliente.ConvidarAsync(ConvitesDeTeste.NovoEmail())).Split('/')[^2];
        var (_, alheio) = await AdminAsync();
        using var outro = await alheio.EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await outro.FormAsync($"/convites/{id}/renovar")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outro.FormAsync($"/convites/{id}/revogar")).StatusCode);
    }

    private async Task<(OrganizacaoDeTeste Organizacao, PessoaDeTeste Admin)> AdminAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        return (organizacao, await organizacao.PessoaAsync(Papel.Administrador));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> RecusadaAsync(HttpResponseMessage resposta, string mensagem)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(mensagem, pagina.QuerySelector("#Email-erro")!.TextContent, StringComparison.Ordinal);
        return pagina;
    }
}
