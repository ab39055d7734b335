using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Fatores;

/// <summary>An organization that lets nobody of a papel in without the second factor.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ExigenciaTests(AplicacaoFixture app)
{
    private const string Exigir = "/membros/segundo-fator";

    [Fact]
    public async Task Whoever_lacks_it_is_led_to_set_it_up_and_then_back_and_other_organizations_are_not_touched()
    {
        var (organizacao, admin) = await ComAdminAsync();
        var vendedor = await organizacao.PessoaAsync();
        var outra = await app.CriarOrganizacaoAsync();
        await outra.MembroTambemAsync(vendedor);
        using var cliente = await vendedor.EntrarAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await admin.FormAsync(Exigir, ("Vendedor", "true"))).StatusCode);

        var levado = await cliente.GetAsync("/oportunidades");
        var destino = Uri.EscapeDataString($"{organizacao.Base}/oportunidades");
        Assert.Equal($"/conta/seguranca/duas-etapas?ReturnUrl={destino}", levado.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await cliente.Http.GetAsync(outra.Base + "/oportunidades")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync("/ramais", ("Extension", "1"))).StatusCode);
        var json = await cliente.PostAsync("/telefonia/credenciais");
        Assert.Equal(HttpStatusCode.Forbidden, json.StatusCode);
        Assert.Equal("segundo_fator_exigido", (await ClienteDeTeste.LerAsync(json)).GetProperty("codigo").GetString());
        var pagina = await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync("/conta/seguranca/duas-etapas"));
        Assert.Contains("exige a verificação em duas etapas", pagina.Body!.TextContent, StringComparison.Ordinal);

        await FatorDeTeste.LigarAsync(vendedor, cliente.Http);
        Assert.Equal(HttpStatusCode.OK, (await cliente.GetAsync("/oportunidades")).StatusCode);
    }

    [Fact]
    public async Task Page_that_swaps_its_parts_is_led_away_as_a_whole()
    {
        var (organizacao, admin) = await ComAdminAsync();
        using var cliente = await (await organizacao.PessoaAsync()).EntrarAsync();
        await admin.FormAsync(Exigir, ("Vendedor", "true"));
        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        var resposta = await cliente.GetAsync("/oportunidades");

        Assert.Equal(HttpStatusCode.Forbidden, resposta.StatusCode);
        Assert.StartsWith("/conta/seguranca/duas-etapas", resposta.Headers.GetValues("HX-Redirect").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrador_without_it_cannot_demand_it_of_administradores()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var pessoa = await organizacao.PessoaAsync(Papel.Administrador);
        using var admin = await pessoa.EntrarAsync();

        var recusa = await admin.FormAsync(Exigir, ("Administrador", "true"), ("Vendedor", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusa.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Contains("Ligue primeiro", pagina.GetElementById("Administrador-erro")!.TextContent, StringComparison.Ordinal);
        Assert.True(pagina.QuerySelector("#Vendedor")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/membros")).StatusCode);

        await FatorDeTeste.LigarAsync(pessoa, admin.Http);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.FormAsync(Exigir, ("Administrador", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/membros")).StatusCode);
    }

    [Fact]
    public async Task Follows_the_papel_of_who_joins_or_changes_and_ends_with_the_demand()
    {
        var (organizacao, admin) = await ComAdminAsync();
        var pessoa = await organizacao.PessoaAsync();
        await admin.FormAsync(Exigir, ("Gestor", "true"));
        Assert.False((await organizacao.MembroAsync(pessoa)).SegundoFatorExigido);

        await admin.FormAsync($"/membros/{pessoa.Id}/papel", ("Papel", "Gestor"));
        Assert.True((await organizacao.MembroAsync(pessoa)).SegundoFatorExigido);

        var outra = await app.CriarOrganizacaoAsync();
        var convidada = await outra.PessoaAsync();
        using var http = await convidada.EntrarAsync();
        var visitante = new Visitante(http.Http);
        await visitante.AbrirAsync(await admin.ConvidarAsync(convidada.Email, Papel.Gestor));
        await visitante.ApertarAsync(visitante.Pagina.QuerySelector("main form button")!.TextContent.Trim());
        Assert.True((await organizacao.MembroAsync(convidada)).SegundoFatorExigido);

        await admin.FormAsync(Exigir);
        Assert.False((await organizacao.MembroAsync(pessoa)).SegundoFatorExigido);
    }

    [Fact]
    public async Task The_administrador_sees_who_has_it_and_the_audit_who_demanded_it()
    {
        var (organizacao, admin) = await ComAdminAsync();
        var sem = await organizacao.PessoaAsync();
        var com = await organizacao.PessoaAsync();
        using var cliente = await com.EntrarAsync();
        await FatorDeTeste.LigarAsync(com, cliente.Http);
        await admin.FormAsync(Exigir, ("Vendedor", "true"));

        var pagina = await admin.PaginaAsync("/membros");

        Assert.Contains("Falta ligar", Linha(sem), StringComparison.Ordinal);
        Assert.Contains("Ligada", Linha(com), StringComparison.Ordinal);
        var dados = await organizacao.ComDbAsync(db => db.AuditLog.Where(a => a.Acao == Acoes.SegundoFatorExigido).Select(a => a.Dados).SingleAsync());
        Assert.Contains("vendedor", dados, StringComparison.Ordinal);
        Assert.Contains("Exigiu a verificação em duas etapas de vendedor", (await admin.PaginaAsync("/auditoria")).Body!.TextContent, StringComparison.Ordinal);

        string Linha(PessoaDeTeste pessoa) => pagina.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains(pessoa.Email, StringComparison.Ordinal)).TextContent;
    }

    private async Task<(OrganizacaoDeTeste Organizacao, ClienteDeTeste Admin)> ComAdminAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        return (organizacao, await (await organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync());
    }
}
