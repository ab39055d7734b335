using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>What happens to an account is told to its owner, what happens to a membership to its member.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AvisosPorEmailTests(AplicacaoFixture app)
{
    private const string Nova = "canoa verde no rio calmo";
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

    [Fact]
    public async Task Changed_password_is_told_with_time_place_and_what_to_do_and_without_secrets()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia([.. correio.Configuracao, ("Crm:UrlPublica", "https://crm.empresa.example/")]);
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await EntrarAsync(instancia, pessoa, "");
        cliente.Http.DefaultRequestHeaders.Add("User-Agent", Chrome);

        await cliente.FormAsync("/conta/seguranca", ("SenhaAtual", PessoaDeTeste.Senha), ("NovaSenha", Nova));
        await instancia.Services.TrabalharNasContasAsync();

        var texto = correio.UnicaPara(pessoa.Email).TextBody!;
        Assert.Contains("A senha da sua conta no CrmVoip foi trocada.", texto, StringComparison.Ordinal);
        Assert.Contains("Chrome no Windows", texto, StringComparison.Ordinal);
        Assert.Matches(@"Quando: \d\d/\d\d/\d{4} \d\d:\d\d", texto);
        Assert.Contains("https://crm.empresa.example/conta/seguranca", texto, StringComparison.Ordinal);
        Assert.DoesNotContain(Nova, texto, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_that_is_told_brings_its_mail_and_no_other_does()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var organizacao = await app.CriarOrganizacaoAsync();
        var donos = new Dictionary<string, PessoaDeTeste>();
        foreach (var acao in AvisoDaConta.Avisadas.Append(Acoes.Conta.Entrou).Append(Acoes.Conta.Recusada))
        {
            donos[acao] = await organizacao.PessoaAsync();
            await using var escopo = instancia.Services.CreateAsyncScope();
            await escopo.ServiceProvider.GetRequiredService<RegistroDeConta>()
                .GravarAsync(new EventoDeConta(donos[acao].Id, acao) { Ip = "203.0.113.9", Agente = Chrome }, CancellationToken.None);
        }

        await instancia.Services.TrabalharNasContasAsync();

        Assert.All(AvisoDaConta.Avisadas, acao => Assert.Contains(AvisoDaConta.De(acao)!.Oque, correio.UnicaPara(donos[acao].Email).TextBody, StringComparison.Ordinal));
        Assert.Equal(AvisoDaConta.Avisadas.Count(), correio.Mensagens.Count);
    }

    [Fact]
    public async Task Changed_papel_is_told_to_the_member_at_a_proven_address_only()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var organizacao = await app.CriarOrganizacaoAsync();
        var admin = await organizacao.PessoaAsync(Papel.Administrador);
        var (provada, semProva) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        await app.Banco.ExecutarAsync($"update usuarios set email_confirmed = true where id = '{provada.Id}'");
        using var cliente = await EntrarAsync(instancia, admin, organizacao.Base);

        await cliente.FormAsync($"/membros/{provada.Id}/papel", ("Papel", "Gestor"));
        await cliente.FormAsync($"/membros/{semProva.Id}/papel", ("Papel", "Gestor"));
        await organizacao.TrabalharAsync(instancia: instancia.Services);

        var mensagem = Assert.Single(correio.Mensagens);
        Assert.Equal(provada.Email, mensagem.To.Mailboxes.Single().Address);
        Assert.Contains("mudou de vendedor para gestor", mensagem.TextBody, StringComparison.Ordinal);
        Assert.Contains($"Quem mudou: {admin.Email}", mensagem.TextBody, StringComparison.Ordinal);
    }

    private static async Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<CrmDbContext> instancia, PessoaDeTeste pessoa, string raiz)
    {
        var cliente = new ClienteDeTeste(instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), raiz);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        return cliente;
    }
}
