using System.Net;
using System.Text.RegularExpressions;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>Whoever makes the product write to strangers has proven the own address; where no mail is sent nobody is asked.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed partial class ConfirmacaoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Unproven_address_invites_nobody_until_the_link_in_the_mail_is_opened_by_its_owner()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var admin = await AdminAsync();
        using var cliente = await EntrarAsync(instancia, admin);
        var antigo = new Convite(admin.Organizacao.Id, ConvitesDeTeste.NovoEmail(), Papel.Vendedor, admin.Id, DateTimeOffset.UtcNow);
        antigo.Renovar(SegredoDoConvite.Hash("segredo"), DateTimeOffset.UtcNow);
        await admin.Organizacao.SalvarAsync(antigo);

        var vencido = new Convite(admin.Organizacao.Id, ConvitesDeTeste.NovoEmail(), Papel.Vendedor, admin.Id, DateTimeOffset.UtcNow.AddDays(-30));
        await admin.Organizacao.SalvarAsync(vencido);

        var recusado = await ConvidarAsync(cliente, vencido.Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusado.StatusCode);
        Assert.Contains("Confirme seu e-mail antes de convidar", await Erro(recusado), StringComparison.Ordinal);
        Assert.Null(await admin.Organizacao.ComDbAsync(db => db.Convites.Where(c => c.Id == vencido.Id).Select(c => c.RevogadoEm).SingleAsync()));
        var renovar = await cliente.FormAsync($"/convites/{antigo.Id}/renovar");
        Assert.Equal(HttpStatusCode.Conflict, renovar.StatusCode);
        Assert.Contains("Confirme seu e-mail antes de convidar", (await ClienteDeTeste.LerAsync(renovar)).GetProperty("mensagem").GetString(), StringComparison.Ordinal);
        Assert.Contains("Enviar de novo", (await cliente.PaginaAsync("/membros")).QuerySelector(".aviso")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(correio.Mensagens);

        using var daConta = await EntrarAsync(instancia, admin, "");
        await daConta.FormAsync("/conta/confirmar");
        await instancia.Services.TrabalharNasContasAsync();
        var link = new Uri(Link().Match(correio.Mensagens.Single(m => m.Subject!.StartsWith("Confirme", StringComparison.Ordinal)).TextBody!).Value).AbsolutePath;

        // Somebody else's session, or none, proves nothing with it.
        using var outra = await EntrarAsync(instancia, await AdminAsync(), "");
        Assert.Equal(HttpStatusCode.Gone, (await outra.FormAsync(link)).StatusCode);
        using var ninguem = instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Redirect, (await ninguem.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await daConta.FormAsync(link + "x")).StatusCode);

        var visitante = new Visitante(daConta.Http);
        await visitante.AbrirAsync(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConvidarAsync(cliente, ConvitesDeTeste.NovoEmail())).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitante.ApertarAsync("Confirmar e-mail")).StatusCode);

        var email = ConvitesDeTeste.NovoEmail();
        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(cliente, email)).StatusCode);
        Assert.NotNull(correio.UnicaPara(email));
        Assert.DoesNotContain("Enviar de novo", (await cliente.PaginaAsync("/membros")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/conta/seguranca", (await daConta.GetAsync(link)).Headers.Location!.ToString());
        Assert.Contains("Confirmou o e-mail", (await daConta.PaginaAsync("/conta/seguranca")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_mail_is_sent_nobody_is_asked_and_the_members_page_says_so()
    {
        var admin = await AdminAsync();
        using var cliente = await admin.EntrarAsync();

        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(cliente, ConvitesDeTeste.NovoEmail())).StatusCode);
        var pagina = (await cliente.PaginaAsync("/membros")).QuerySelector("main")!.TextContent;
        Assert.Contains("não envia e-mails", pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("Enviar de novo", pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_once_set_by_a_link_in_the_mail_counts_as_proof_and_the_operators_link_does_not()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        await using var instancia = app.OutraInstancia(correio.Configuracao);
        var (porCorreio, peloOperador) = (await AdminAsync(), await AdminAsync());
        foreach (var (pessoa, agente) in new[] { (porCorreio, "null"), (peloOperador, "'operador'") })
        {
            await app.Banco.ExecutarAsync(
                $"""
                insert into eventos_de_conta (id, ocorrido_em, usuario_id, acao, agente)
                values ('{Guid.NewGuid()}', now(), '{pessoa.Id}', '{Acoes.Conta.RecuperacaoPedida}', {agente}), ('{Guid.NewGuid()}', now(), '{pessoa.Id}', '{Acoes.Conta.SenhaRedefinida}', null)
                """);
        }

        using var provado = await EntrarAsync(instancia, porCorreio);
        using var naoProvado = await EntrarAsync(instancia, peloOperador);
        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(provado, ConvitesDeTeste.NovoEmail())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConvidarAsync(naoProvado, ConvitesDeTeste.NovoEmail())).StatusCode);
    }

    [Fact]
    public async Task Quotas_of_account_and_organization_are_shared_by_instances_and_say_when_they_open_again()
    {
        await using var correio = await ServidorDeCorreio.IniciarAsync();
        (string, string)[] limites = [.. correio.Configuracao, ("Crm:Correio:PorDiaDaConta", "2"), ("Crm:Correio:PorDiaDaOrganizacao", "3")];
        await using var uma = app.OutraInstancia(limites);
        await using var outra = app.OutraInstancia(limites);
        var admin = await AdminAsync(confirmado: true);
        var colega = await admin.Organizacao.PessoaAsync(Papel.Administrador);
        await ConfirmarAsync(colega);
        using var naUma = await EntrarAsync(uma, admin);
        using var naOutra = await EntrarAsync(outra, admin);
        using var doColega = await EntrarAsync(outra, colega);

        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(naUma, ConvitesDeTeste.NovoEmail())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(naOutra, ConvitesDeTeste.NovoEmail())).StatusCode);
        var daConta = await Erro(await ConvidarAsync(naUma, ConvitesDeTeste.NovoEmail()));
        Assert.Contains("2 e-mails de hoje", daConta, StringComparison.Ordinal);
        Assert.Contains("amanhã, a partir da meia-noite", daConta, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(doColega, ConvitesDeTeste.NovoEmail())).StatusCode);
        Assert.Contains("A organização já usou os 3", await Erro(await ConvidarAsync(doColega, ConvitesDeTeste.NovoEmail())), StringComparison.Ordinal);
        Assert.Equal(3, correio.Mensagens.Count);

        // Tomorrow is another day, and yesterday is forgotten on the way.
        await app.Banco.ExecutarAsync($"update cotas_do_dia set dia = dia - 1 where chave in ('correio da conta {admin.Id:N}', 'correio da organizacao {admin.Organizacao.Id:N}')");
        Assert.Equal(HttpStatusCode.OK, (await ConvidarAsync(naUma, ConvitesDeTeste.NovoEmail())).StatusCode);
        Assert.Single(await app.Banco.LerAsync($"select 1 from cotas_do_dia where chave = 'correio da conta {admin.Id:N}'"));
    }

    [Fact]
    public async Task Organizations_of_one_account_are_limited_a_day_and_in_total_and_one_that_failed_does_not_count()
    {
        await using var instancia = app.OutraInstancia(("Crm:OrganizacoesPorDia", "2"), ("Crm:OrganizacoesPorConta", "3"));
        var admin = await AdminAsync();
        using var cliente = await EntrarAsync(instancia, admin, "");
        Task<HttpResponseMessage> CriarAsync() =>
            cliente.FormAsync("/conta/organizacoes/criar", ("Organizacao", "Outra casa"), ("Slug", $"n{Guid.NewGuid():N}"[..20]));

        Assert.Equal(HttpStatusCode.Redirect, (await CriarAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CriarAsync()).StatusCode);
        Assert.Contains("2 organizações hoje", await Erro(await CriarAsync(), "Organizacao"), StringComparison.Ordinal);
        await app.Banco.ExecutarAsync($"update cotas_do_dia set dia = dia - 1 where chave = 'organizacoes {admin.Id:N}' and dia <> 'infinity'");
        Assert.Equal(HttpStatusCode.Redirect, (await CriarAsync()).StatusCode);
        Assert.Contains("no máximo 3 organizações", await Erro(await CriarAsync(), "Organizacao"), StringComparison.Ordinal);
    }

    private async Task<PessoaDeTeste> AdminAsync(bool confirmado = false)
    {
        var admin = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        if (confirmado)
        {
            await ConfirmarAsync(admin);
        }

        return admin;
    }

    private Task<int> ConfirmarAsync(PessoaDeTeste pessoa) => app.Banco.ExecutarAsync($"update usuarios set email_confirmed = true where id = '{pessoa.Id}'");

    private static async Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<CrmDbContext> instancia, PessoaDeTeste pessoa, string? raiz = null)
    {
        var cliente = new ClienteDeTeste(
            instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), raiz ?? pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        return cliente;
    }

    private static Task<HttpResponseMessage> ConvidarAsync(ClienteDeTeste cliente, string email) =>
        cliente.FormAsync("/convites/criar", ("Email", email), ("Papel", "Vendedor"));

    private static async Task<string> Erro(HttpResponseMessage resposta, string campo = "Email") =>
        (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector($"#{campo}-erro")!.TextContent;

    [GeneratedRegex(@"https?://\S+/conta/confirmar/\S+")]
    private static partial Regex Link();
}
