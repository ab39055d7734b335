using System.Net;
using System.Text.RegularExpressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>Where mail is sent, whether an address has an account is told to its mailbox and to nobody else.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed partial class ExistenciaTests(AplicacaoFixture app)
{
    private const string Criar = "Criar organização";

    [Fact]
    public async Task Sign_up_answers_alike_does_alike_and_only_the_mailbox_learns_the_difference()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var (novo, slug) = (ConvitesDeTeste.NovoEmail(), $"n{Guid.NewGuid():N}"[..20]);
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);

        await visitante.AbrirAsync("/conta/criar");
        Assert.Null(visitante.Pagina.QuerySelector("#Senha"));
        var (comConta, semConta) = (await PedirAsync(visitante, pessoa.Email, slug), await PedirAsync(visitante, novo, slug));
        Assert.Equal(comConta.Replace(pessoa.Email, "X", StringComparison.Ordinal), semConta.Replace(novo, "X", StringComparison.Ordinal));
        Assert.Null(await ContaAsync(novo));

        await instancia.Services.TrabalharNasContasAsync();
        Assert.Contains("Você já tem conta", correio.UnicaPara(pessoa.Email).Subject, StringComparison.Ordinal);
        var link = new Uri(Link().Match(correio.UnicaPara(novo).TextBody!).Value).AbsolutePath;
        Assert.Equal(HttpStatusCode.Gone, (await visitante.AbrirAsync(link + "x")).StatusCode);

        await visitante.AbrirAsync(link);
        await visitante.ApertarAsync(Criar, ("Senha", "VentoNorte2026"));
        Assert.Contains("fácil de adivinhar", visitante.Pagina.QuerySelector("#Senha-erro")!.TextContent, StringComparison.Ordinal);
        var criada = await visitante.ApertarAsync(Criar, ("Senha", "girassol na janela azul"));
        Assert.Equal($"/o/{slug}/oportunidades", criada.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(criada.Headers.Location)).StatusCode);
        Assert.True((await ContaAsync(novo))!.EmailConfirmed);
        Assert.Equal(HttpStatusCode.Gone, (await visitante.AbrirAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Sign_up_that_nobody_finishes_is_forgotten_after_a_day()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var novo = ConvitesDeTeste.NovoEmail();
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        await PedirAsync(visitante, novo, $"n{Guid.NewGuid():N}"[..20]);
        await instancia.Services.TrabalharNasContasAsync();
        var link = new Uri(Link().Match(correio.UnicaPara(novo).TextBody!).Value).AbsolutePath;

        await app.Banco.ExecutarAsync($"update pedidos_de_conta set criado_em = criado_em - interval '1 day' where email = '{novo}'");
        Assert.Equal(HttpStatusCode.Gone, (await visitante.AbrirAsync(link)).StatusCode);
        await app.Banco.ExecutarAsync("update trabalhos set vence_em = now() where tipo = 'enviar-link-de-cadastro'");
        await instancia.Services.TrabalharNasContasAsync();

        Assert.Empty(await app.Banco.LerAsync($"select 1 from pedidos_de_conta where email = '{novo}'"));
        Assert.NotNull(correio.UnicaPara(novo));
    }

    [Fact]
    public async Task Own_invitation_shows_the_same_whether_the_invited_address_has_an_account_until_its_mailbox_opens_it()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var admin = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        await app.Banco.ExecutarAsync($"update usuarios set email_confirmed = true where id = '{admin.Id}'");
        var (comConta, semConta) = (ConvitesDeTeste.NovoEmail(), ConvitesDeTeste.NovoEmail());
        await app.CriarContaAsync(comConta, "Rita");
        using var cliente = new ClienteDeTeste(Cliente(instancia), admin.Organizacao.Base);
        await cliente.EntrarAsync(admin.Email, PessoaDeTeste.Senha);
        var (deCom, deSem) = (await cliente.ConvidarAsync(comConta), await cliente.ConvidarAsync(semConta));
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);

        // Both say until when, in minutes: one of the two may have been made in the next one.
        await app.Banco.ExecutarAsync($"update convites set expira_em = now() + interval '6 days' where organizacao_id = '{admin.Organizacao.Id}'");
        var (telaDeCom, telaDeSem) = (await TextoAsync(visitante, deCom), await TextoAsync(visitante, deSem));
        Assert.Equal(telaDeCom.Replace(comConta, "X", StringComparison.Ordinal), telaDeSem.Replace(semConta, "X", StringComparison.Ordinal));
        Assert.Contains("Receber o link por e-mail", telaDeCom, StringComparison.Ordinal);
        foreach (var link in new[] { deCom, deSem })
        {
            await visitante.AbrirAsync(link);
            var forcado = await http.PostAsync($"{link}/conta", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Nome"] = "Intruso",
                ["Senha"] = "girassol na janela azul",
                ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(visitante.Pagina),
            }));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, forcado.StatusCode);
        }

        Assert.Null(await ContaAsync(semConta));

        // Handed over by hand: the mailbox proves itself with a message of its own.
        await visitante.AbrirAsync(deSem);
        await visitante.ApertarAsync("Receber o link por e-mail");
        var enviado = new Uri(Convite().Match(correio.Mensagens.Last(m => m.To.Mailboxes.Single().Address == semConta).TextBody!).Value).AbsolutePath;
        await visitante.AbrirAsync(enviado);
        var entrou = await visitante.ApertarAsync("Criar conta e entrar", ("Nome", "Rita Nunes"), ("Senha", "girassol na janela azul"));
        Assert.Equal($"{admin.Organizacao.Base}/oportunidades", entrou.Headers.Location!.OriginalString);
        Assert.True((await ContaAsync(semConta))!.EmailConfirmed);

        using var deRita = Cliente(instancia);
        var rita = new Visitante(deRita);
        var doCorreio = new Uri(Convite().Match(correio.UnicaPara(comConta).TextBody!).Value).AbsolutePath;
        await rita.AbrirAsync(doCorreio);
        var entrar = rita.Pagina.QuerySelectorAll("main a").Single(a => a.TextContent == "Entrar").GetAttribute("href")!;
        await rita.AbrirAsync(entrar);
        var volta = await rita.ApertarAsync("Entrar", ("Email", comConta), ("Senha", PessoaDeTeste.Senha));
        await rita.AbrirAsync(volta.Headers.Location!.OriginalString);
        await rita.ApertarAsync("Entrar na organização");
        Assert.True((await ContaAsync(comConta))!.EmailConfirmed);
    }

    private static async Task<string> PedirAsync(Visitante visitante, string email, string slug)
    {
        await visitante.AbrirAsync("/conta/criar");
        var resposta = await visitante.ApertarAsync(Criar, ("Nome", "Rita Campos"), ("Email", email), ("Organizacao", "Vento Norte"), ("Slug", slug));
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return visitante.Texto;
    }

    private static async Task<string> TextoAsync(Visitante visitante, string link)
    {
        Assert.Equal(HttpStatusCode.OK, (await visitante.AbrirAsync(link)).StatusCode);
        return visitante.Texto;
    }

    private static HttpClient Cliente(WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private async Task<Usuario?> ContaAsync(string email)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        return await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().Users.AsNoTracking().SingleOrDefaultAsync(u => u.Email == email);
    }

    [GeneratedRegex(@"https?://\S+/conta/criar/\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"https?://\S+/conta/convite/\S+")]
    private static partial Regex Convite();
}
