using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Membros;

/// <summary>Invitations by e-mail, through a real SMTP server.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class EntregaDoConviteTests(AplicacaoFixture app)
{
    [Fact]
    public async Task With_a_mail_server_the_invitation_goes_by_mail_and_the_link_is_still_offered()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia([.. correio.Configuracao, ("Crm:UrlPublica", "https://crm.exemplo.com.br/")]);
        var organizacao = await app.CriarOrganizacaoAsync();
        using var cliente = await EntrarAsync(instancia, organizacao);
        var email = ConvitesDeTeste.NovoEmail();

        var pagina = await ClienteDeTeste.PaginaAsync(await cliente.FormAsync("/convites/criar", ("Email", email), ("Papel", "Gestor")));

        Assert.Contains($"Enviamos o convite para {email}", pagina.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var link = pagina.QuerySelector("#link-do-convite")!.GetAttribute("value")!;
        Assert.StartsWith("https://crm.exemplo.com.br/conta/convite/", link, StringComparison.Ordinal);
        var mensagem = correio.UnicaPara(email);
        Assert.Contains($"{link}.", mensagem.TextBody, StringComparison.Ordinal);
        Assert.Contains("como gestor", mensagem.TextBody, StringComparison.Ordinal);
        Assert.Contains($"Organização {organizacao.Slug}", mensagem.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_mail_is_told_and_the_invitation_stays_with_its_link_which_no_log_knows()
    {
        await using var correio = await ServidorDeCorreio.QueRecusaAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var organizacao = await app.CriarOrganizacaoAsync();
        using var cliente = await EntrarAsync(instancia, organizacao);
        using var http = instancia.CreateClient();
        var email = ConvitesDeTeste.NovoEmail();
        var link = "";

        var diario = await DiarioDeAsync(async () =>
        {
            var pagina = await ClienteDeTeste.PaginaAsync(await cliente.FormAsync("/convites/criar", ("Email", email), ("Papel", "Vendedor")));
            Assert.Contains($"o e-mail para {email} não saiu", pagina.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            link = new Uri(pagina.QuerySelector("#link-do-convite")!.GetAttribute("value")!).AbsolutePath;
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(link)).StatusCode);
        });

        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Convites.CountAsync(c => c.Email == email)));
        Assert.Contains("was not sent by e-mail", diario, StringComparison.Ordinal);
        Assert.Contains("conta/convite/{organizacaoId:guid}", diario, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], diario, StringComparison.Ordinal);
    }

    private static async Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<CrmVoip.Data.CrmDbContext> instancia, OrganizacaoDeTeste organizacao)
    {
        var admin = await organizacao.PessoaAsync(Papel.Administrador);
        await organizacao.App.Banco.ExecutarAsync($"update usuarios set email_confirmed = true where id = '{admin.Id}'");
        var cliente = new ClienteDeTeste(instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), organizacao.Base);
        await cliente.EntrarAsync(admin.Email, PessoaDeTeste.Senha);
        return cliente;
    }

    // What the product writes to its log.
    private static async Task<string> DiarioDeAsync(Func<Task> trabalho)
    {
        var antes = Console.Out;
        await using var diario = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(diario));
        try
        {
            await trabalho();
        }
        finally
        {
            Console.SetOut(antes);
        }

        return diario.ToString();
    }
}
