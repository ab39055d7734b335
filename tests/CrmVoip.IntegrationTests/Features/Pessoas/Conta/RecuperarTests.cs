using System.Net;
using System.Text.RegularExpressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

[Collection(AplicacaoFixture.Colecao)]
public sealed partial class RecuperarTests(AplicacaoFixture app)
{
    private const string Nova = "canoa verde no rio calmo";

    [Fact]
    public async Task Link_in_the_mail_sets_a_new_password_once_ends_the_sessions_and_lifts_the_lockout()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = ComCorreio(correio);
        using var aberta = new ClienteDeTeste(Cliente(instancia), pessoa.Organizacao.Base);
        await aberta.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        await BloquearAsync(visitante, pessoa.Email);

        await PedirAsync(visitante, pessoa.Email);
        var mensagem = await ReceberAsync(instancia, correio, pessoa.Email);
        var link = new Uri(Link().Match(mensagem).Value);
        Assert.Equal("https://crm.empresa.example", link.GetLeftPart(UriPartial.Authority));

        await visitante.AbrirAsync(link.AbsolutePath);
        Assert.Equal("new-password", visitante.Pagina.QuerySelector("#NovaSenha")!.GetAttribute("autocomplete"));
        await visitante.ApertarAsync("Salvar senha", ("NovaSenha", "curta"));
        Assert.Contains("12 caracteres", visitante.Pagina.QuerySelector("#NovaSenha-erro")!.TextContent, StringComparison.Ordinal);
        await visitante.ApertarAsync("Salvar senha", ("NovaSenha", "123456789012"));
        Assert.Contains("fácil de adivinhar", visitante.Pagina.QuerySelector("#NovaSenha-erro")!.TextContent, StringComparison.Ordinal);
        var salva = await visitante.ApertarAsync("Salvar senha", ("NovaSenha", Nova));
        Assert.Equal("/conta/entrar", salva.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Redirect, (await aberta.GetAsync("/oportunidades")).StatusCode);
        using var comANova = new ClienteDeTeste(Cliente(instancia), "");
        await comANova.EntrarAsync(pessoa.Email, Nova);
        var deNovo = await visitante.AbrirAsync(link.AbsolutePath);
        Assert.Equal(HttpStatusCode.Gone, deNovo.StatusCode);
        Assert.Contains("não vale mais", visitante.Texto, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_is_the_same_with_and_without_an_account_and_only_an_account_gets_mail()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var ninguem = $"{Guid.NewGuid():N}@teste.example";
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = ComCorreio(correio);
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);

        var semConta = await PedirAsync(visitante, ninguem);
        var comConta = await PedirAsync(visitante, pessoa.Email);

        Assert.Equal(semConta.Replace(ninguem, "X", StringComparison.Ordinal), comConta.Replace(pessoa.Email, "X", StringComparison.Ordinal));
        await ReceberAsync(instancia, correio, pessoa.Email);
        Assert.NotNull(correio.UnicaPara(pessoa.Email));
        Assert.DoesNotContain(correio.Mensagens, m => m.To.Mailboxes.Single().Address == ninguem);
    }

    [Fact]
    public async Task Mailbox_gets_no_more_than_three_links_an_hour()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var depois = await pessoa.Organizacao.PessoaAsync();
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = ComCorreio(correio);
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        for (var vez = 0; vez < EnviarLinkDeSenha.PorHora + 2; vez++)
        {
            await PedirAsync(visitante, pessoa.Email);
        }

        await PedirAsync(visitante, depois.Email);
        await ReceberAsync(instancia, correio, depois.Email);

        Assert.Equal(EnviarLinkDeSenha.PorHora, correio.Mensagens.Count(m => m.To.Mailboxes.Single().Address == pessoa.Email));
    }

    [Fact]
    public async Task Mail_server_that_refuses_does_not_stop_the_next_request()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var correio = await ServidorDeCorreio.QueRecusaAsync();
        await using var instancia = ComCorreio(correio);
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        await PedirAsync(visitante, pessoa.Email);
        await PedirAsync(visitante, pessoa.Email);
        Assert.Equal(2, (await instancia.Services.TrabalharNasContasAsync()).Count(t => t == EnviarLinkDeSenha.Tipo));
        Assert.Equal(2, await PedidosAsync(pessoa.Id));
        Assert.Empty(correio.Mensagens);
    }

    [Fact]
    public async Task Link_asked_for_before_the_instance_was_killed_comes_from_another_and_counts_once()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using (var recusa = await ServidorDeCorreio.QueRecusaAsync())
        await using (var morta = ComCorreio(recusa))
        {
            using var http = Cliente(morta);
            await PedirAsync(new Visitante(http), pessoa.Email);
            await morta.Services.TrabalharNasContasAsync();
        }

        await app.Banco.ExecutarAsync($"update trabalhos set vence_em = now() where organizacao_id = '{Guid.Empty}'");
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var viva = ComCorreio(correio);
        await ReceberAsync(viva, correio, pessoa.Email);

        Assert.Equal(1, await PedidosAsync(pessoa.Id));
        Assert.Empty(await app.Banco.LerAsync($"select 1 from pedidos_de_recuperacao where email = '{pessoa.Email}'"));
    }

    [Fact]
    public async Task Request_that_nobody_could_answer_for_an_hour_is_dropped()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = ComCorreio(correio);
        using var http = Cliente(instancia);
        await PedirAsync(new Visitante(http), pessoa.Email);
        await app.Banco.ExecutarAsync($"update pedidos_de_recuperacao set criado_em = criado_em - interval '1 hour' where email = '{pessoa.Email}'");

        await instancia.Services.TrabalharNasContasAsync();

        Assert.DoesNotContain(correio.Mensagens, m => m.To.Mailboxes.Single().Address == pessoa.Email);
        Assert.Empty(await app.Banco.LerAsync($"select 1 from pedidos_de_recuperacao where email = '{pessoa.Email}'"));
    }

    [Fact]
    public async Task Link_past_its_time_for_somebody_else_or_made_up_opens_nothing()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, bruno) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        var valido = await TokenAsync(ana, TimeSpan.FromMinutes(5));
        foreach (var caminho in new[]
        {
            $"/conta/redefinir/{ana.Id}/{await TokenAsync(ana, TimeSpan.FromMilliseconds(1))}",
            $"/conta/redefinir/{bruno.Id}/{valido}",
            $"/conta/redefinir/{Guid.NewGuid()}/{valido}",
            $"/conta/redefinir/{ana.Id}/inventado",
        })
        {
            await Task.Delay(5);
            Assert.Equal(HttpStatusCode.Gone, (await visitante.AbrirAsync(caminho)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await visitante.AbrirAsync($"/conta/redefinir/{ana.Id}/{valido}")).StatusCode);
        await TrocarSeloAsync(ana);
        Assert.Equal(HttpStatusCode.Gone, (await visitante.ApertarAsync("Salvar senha", ("NovaSenha", Nova))).StatusCode);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_whom_to_ask_and_the_operator_makes_the_link()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/recuperar");
        Assert.Contains("Peça a quem cuida do servidor", visitante.Texto, StringComparison.Ordinal);
        Assert.Null(visitante.Pagina.QuerySelector("form"));

        var (codigo, saida) = await OperadorAsync(pessoa.Email.ToUpperInvariant());
        Assert.Equal(0, codigo);
        await visitante.AbrirAsync(new Uri(Link().Match(saida).Value).AbsolutePath);
        var salva = await visitante.ApertarAsync("Salvar senha", ("NovaSenha", Nova));
        Assert.Equal(HttpStatusCode.Redirect, salva.StatusCode);
        using var comANova = new ClienteDeTeste(app.Cliente(), "");
        await comANova.EntrarAsync(pessoa.Email, Nova);
        Assert.Contains("Operador do servidor", (await comANova.PaginaAsync("/conta/seguranca")).QuerySelector("[aria-labelledby=atividade] tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operator_who_mistypes_the_address_is_told()
    {
        var (codigo, saida) = await OperadorAsync("ninguem@teste.example");
        Assert.Equal(1, codigo);
        Assert.Contains("No account has the e-mail", saida, StringComparison.Ordinal);
    }

    private WebApplicationFactory<CrmDbContext> ComCorreio(ServidorDeCorreio correio) =>
        app.OutraInstancia([.. correio.Configuracao, ("Crm:UrlPublica", "https://crm.empresa.example/")]);

    private static HttpClient Cliente(WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static async Task BloquearAsync(Visitante visitante, string email)
    {
        await visitante.AbrirAsync("/conta/entrar");
        for (var vez = 0; vez < SenhasErradas.DoLugar; vez++)
        {
            await visitante.ApertarAsync("Entrar", ("Email", email), ("Senha", "errada"));
        }

        Assert.Contains("bloqueada", visitante.Texto, StringComparison.Ordinal);
    }

    private static async Task<string> PedirAsync(Visitante visitante, string email)
    {
        await visitante.AbrirAsync("/conta/recuperar");
        var resposta = await visitante.ApertarAsync("Enviar link", ("Email", email));
        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        return visitante.Texto;
    }

    private static async Task<string> ReceberAsync(WebApplicationFactory<CrmDbContext> instancia, ServidorDeCorreio correio, string email)
    {
        await instancia.Services.TrabalharNasContasAsync();
        return correio.Mensagens.Last(m => m.To.Mailboxes.Single().Address == email).TextBody!;
    }

    private async Task<int> PedidosAsync(Guid usuarioId)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        return escopo.ServiceProvider.GetRequiredService<ContasDbContext>().EventosDeConta
            .Count(e => e.UsuarioId == usuarioId && e.Acao == Acoes.Conta.RecuperacaoPedida);
    }

    private async Task<string> TokenAsync(PessoaDeTeste pessoa, TimeSpan validade)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        var usuario = await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().FindByEmailAsync(pessoa.Email);
        return escopo.ServiceProvider.GetRequiredService<TokenDeSenha>().Gerar(usuario!, validade);
    }

    private async Task TrocarSeloAsync(PessoaDeTeste pessoa)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        var usuarios = escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>();
        await usuarios.UpdateSecurityStampAsync((await usuarios.FindByEmailAsync(pessoa.Email))!);
    }

    private async Task<(int Codigo, string Saida)> OperadorAsync(string email)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        using var saida = new StringWriter();
        var codigo = await escopo.ServiceProvider.GetRequiredService<LinkDoOperador>().EscreverAsync(email, saida, CancellationToken.None);
        return (codigo, saida.ToString());
    }

    [GeneratedRegex(@"https?://\S+/conta/redefinir/\S+")]
    private static partial Regex Link();
}
