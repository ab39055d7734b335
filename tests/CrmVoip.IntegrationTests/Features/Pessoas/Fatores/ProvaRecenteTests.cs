using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Fatores;

/// <summary>Who signed in long ago proves who they are before what matters most, and goes on with what they sent.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ProvaRecenteTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IAsyncLifetime, IClassFixture<SimuladorDeTeste>
{
    private readonly FakeTimeProvider _relogio = new(DateTimeOffset.UtcNow);
    private WebApplicationFactory<CrmDbContext>? _instancia;

    public Task InitializeAsync()
    {
        _instancia = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(_relogio)));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _instancia!.DisposeAsync();

    [Fact]
    public async Task Token_waits_sealed_for_the_password_and_is_saved_without_being_typed_again()
    {
        var (pessoa, admin) = await AdminAsync();
        Passar();

        var pergunta = await admin.FormAsync("/conexoes/api4com", ("Token", SimuladorDeTeste.Token), ("BaseUrl", simulador.BaseUrl));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, pergunta.StatusCode);
        Assert.DoesNotContain(SimuladorDeTeste.Token, await pergunta.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AnyAsync()));
        var errada = await ResponderAsync(admin, pergunta, "senha que não é");
        Assert.Contains("A senha não confere.", await errada.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AnyAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await ResponderAsync(admin, errada, PessoaDeTeste.Senha)).StatusCode);
        Assert.True(await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AnyAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.FormAsync("/conexoes/api4com", ("Token", SimuladorDeTeste.Token), ("BaseUrl", simulador.BaseUrl))).StatusCode);
    }

    [Fact]
    public async Task Papel_is_changed_and_an_administrador_invited_only_by_who_is_known_to_be_there_but_a_vendedor_by_anybody()
    {
        var (pessoa, admin) = await AdminAsync();
        var outra = await pessoa.Organizacao.PessoaAsync();
        Passar();

        Assert.Equal(HttpStatusCode.OK, (await admin.FormAsync("/convites/criar", ("Email", ConvitesDeTeste.NovoEmail()), ("Papel", "Vendedor"))).StatusCode);
        foreach (var administrador in new[] { "Administrador", "administrador", "0" })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.FormAsync("/convites/criar", ("Email", ConvitesDeTeste.NovoEmail()), ("Papel", administrador))).StatusCode);
        }

        var pergunta = await admin.FormAsync($"/membros/{outra.Id}/papel", ("Papel", "Gestor"));
        Assert.Equal(Papel.Vendedor, (await pessoa.Organizacao.MembroAsync(outra)).Papel);
        await ResponderAsync(admin, pergunta, PessoaDeTeste.Senha);
        Assert.Equal(Papel.Gestor, (await pessoa.Organizacao.MembroAsync(outra)).Papel);
    }

    [Fact]
    public async Task What_was_sealed_for_one_address_or_person_opens_at_no_other()
    {
        var (pessoa, admin) = await AdminAsync();
        var outra = await pessoa.Organizacao.PessoaAsync();
        var terceira = await pessoa.Organizacao.PessoaAsync();
        Passar();
        var pergunta = await ClienteDeTeste.PaginaAsync(await admin.FormAsync($"/membros/{outra.Id}/papel", ("Papel", "Gestor")));
        var pedido = pergunta.QuerySelector("input[name=Pedido]")!.GetAttribute("value")!;

        await admin.FormAsync($"/membros/{terceira.Id}/papel", ("Pedido", pedido), ("Prova", PessoaDeTeste.Senha));

        Assert.Equal(Papel.Vendedor, (await pessoa.Organizacao.MembroAsync(terceira)).Papel);
    }

    [Fact]
    public async Task Export_asks_on_a_page_of_its_own_and_then_begins()
    {
        var (_, admin) = await AdminAsync();
        Assert.Equal("text/csv", (await admin.GetAsync("/auditoria/exportar")).Content.Headers.ContentType!.MediaType);
        Passar();

        var levado = (await admin.GetAsync("/auditoria/exportar")).Headers.Location!.ToString();
        Assert.StartsWith("/conta/provar?ReturnUrl=", levado, StringComparison.Ordinal);
        var visitante = new Visitante(admin.Http);
        await visitante.AbrirAsync(levado);
        var confirmado = await visitante.ApertarAsync("Confirmar", ("Prova", PessoaDeTeste.Senha));

        Assert.Equal(HttpStatusCode.OK, confirmado.StatusCode);
        var arquivo = confirmado.Headers.GetValues("Refresh").Single().Split("url=")[1];
        Assert.Equal("text/csv", (await admin.Http.GetAsync(arquivo)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_code_of_the_app_proves_as_well_as_the_password_and_a_wrong_one_counts()
    {
        var (pessoa, admin) = await AdminAsync();
        var fator = await FatorDeTeste.LigarAsync(pessoa, admin.Http);
        Passar();
        var visitante = new Visitante(admin.Http);
        await visitante.AbrirAsync("/conta/provar?ReturnUrl=/conta/seguranca");

        await visitante.ApertarAsync("Confirmar", ("Prova", "000 000 0"));
        Assert.NotEmpty(visitante.Pagina.QuerySelector("#Prova-erro")!.TextContent);
        Assert.Empty(visitante.Pagina.QuerySelector("#Prova")!.GetAttribute("value") ?? "");
        var codigo = new OtpNet.Totp(OtpNet.Base32Encoding.ToBytes(fator.Segredo)).ComputeTotp(_relogio.GetUtcNow().UtcDateTime);
        Assert.Equal("/conta/seguranca", (await visitante.ApertarAsync("Confirmar", ("Prova", codigo))).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Script_is_told_in_a_code_where_to_prove()
    {
        var (_, admin) = await AdminAsync();
        Passar();
        using var pedido = new HttpRequestMessage(HttpMethod.Post, "/conta/seguranca/chaves/opcoes") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        pedido.Headers.Add("X-CSRF-TOKEN", ClienteDeTeste.Antiforgery(await ClienteDeTeste.PaginaAsync(await admin.Http.GetAsync("/conta/organizacoes"))));

        var resposta = await admin.Http.SendAsync(pedido);

        Assert.Equal(HttpStatusCode.Forbidden, resposta.StatusCode);
        Assert.Equal("prova_exigida", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString());
    }

    private void Passar() => _relogio.Advance(ProvaDeIdentidade.Validade + TimeSpan.FromSeconds(1));

    private async Task<(PessoaDeTeste Pessoa, ClienteDeTeste Admin)> AdminAsync()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
        var cliente = new ClienteDeTeste(_instancia!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        return (pessoa, cliente);
    }

    private static async Task<HttpResponseMessage> ResponderAsync(ClienteDeTeste cliente, HttpResponseMessage pergunta, string senha)
    {
        var pagina = await ClienteDeTeste.PaginaAsync(pergunta);
        var formulario = pagina.QuerySelector("input[name=Pedido]")!.Closest("form")!;
        return await cliente.Http.PostAsync(formulario.GetAttribute("action"), new FormUrlEncodedContent(
            formulario.QuerySelectorAll("input[name]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("name") == "Prova" ? senha : i.GetAttribute("value") ?? "")));
    }
}
