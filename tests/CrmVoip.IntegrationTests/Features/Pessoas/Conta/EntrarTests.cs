using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

[Collection(AplicacaoFixture.Colecao)]
public sealed class EntrarTests(AplicacaoFixture app)
{
    private static readonly string _pagina = $"/ligacoes/{Guid.NewGuid()}";

    [Fact]
    public async Task Wrong_password_shows_the_error_at_the_field_and_keeps_the_e_mail()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var http = app.Cliente();
        var entrar = await ClienteDeTeste.PaginaAsync(await http.GetAsync("/conta/entrar"));

        var resposta = await http.PostAsync("/conta/entrar", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = pessoa.Email,
            ["Senha"] = "errada",
            ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(entrar),
        }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Equal(pessoa.Email, pagina.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Contains("E-mail ou senha não conferem.", pagina.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(pagina.QuerySelector("#Senha")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Who_is_signed_in_is_sent_on_instead_of_asked_again()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();

        var entrar = await cliente.Http.GetAsync("/conta/entrar");
        var comVolta = await cliente.Http.GetAsync("/conta/entrar?ReturnUrl=%2Fo%2Fx%2Framais");
        var paraFora = await cliente.Http.GetAsync("/conta/entrar?ReturnUrl=https%3A%2F%2Fmau.example%2F");

        Assert.Equal("/conta/continuar", entrar.Headers.Location?.ToString());
        Assert.Equal("/o/x/ramais", comVolta.Headers.Location?.ToString());
        Assert.Equal("/conta/continuar", paraFora.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Unknown_e_mail_costs_as_much_work_as_a_wrong_password()
    {
        var hasher = new HasherContado();
        await using var instancia = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<IPasswordHasher<Usuario>>(hasher)));
        using var http = instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var entrar = await ClienteDeTeste.PaginaAsync(await http.GetAsync("/conta/entrar"));

        var resposta = await http.PostAsync("/conta/entrar", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = "ninguem@teste.example",
            ["Senha"] = "uma-senha-qualquer",
            ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(entrar),
        }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal(1, hasher.Vezes);
    }

    [Fact]
    public async Task Sign_in_without_antiforgery_token_is_refused()
    {
        using var http = app.Cliente();
        var resposta = await http.PostAsync("/conta/entrar", new FormUrlEncodedContent([new("Email", "a@b.example"), new("Senha", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, resposta.StatusCode);
    }

    [Fact]
    public async Task Page_of_an_organization_sends_an_unknown_person_to_sign_in_and_back()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        using var http = app.Cliente();
        var resposta = await http.GetAsync($"{organizacao.Base}{_pagina}?de=1");
        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal(
            $"/conta/entrar?ReturnUrl={Uri.EscapeDataString($"{organizacao.Base}{_pagina}?de=1")}",
            resposta.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Script_of_an_unknown_person_gets_401_and_no_page()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        using var http = app.Cliente();
        http.DefaultRequestHeaders.Add("HX-Request", "true");
        var resposta = await http.GetAsync($"{organizacao.Base}{_pagina}");
        Assert.Equal(HttpStatusCode.Unauthorized, resposta.StatusCode);
    }

    [Fact]
    public async Task Address_without_organization_leads_to_the_only_one()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var cliente = await pessoa.EntrarAsync();
        var bare = await cliente.Http.GetAsync(_pagina);
        Assert.Equal($"/conta/continuar?para={Uri.EscapeDataString(_pagina)}", bare.Headers.Location!.ToString());
        var continuar = await cliente.Http.GetAsync(bare.Headers.Location);
        Assert.Equal($"{pessoa.Organizacao.Base}{_pagina}", continuar.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Member_of_two_chooses_and_the_choice_is_remembered()
    {
        var primeira = await app.CriarOrganizacaoAsync();
        var segunda = await app.CriarOrganizacaoAsync();
        var dora = await primeira.PessoaAsync();
        await segunda.MembroTambemAsync(dora);
        using var cliente = await dora.EntrarAsync();

        Assert.Equal("/conta/organizacoes", (await cliente.Http.GetAsync("/conta/continuar")).Headers.Location!.ToString());
        var pagina = await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync("/conta/organizacoes"));
        var escolher = await cliente.Http.PostAsync($"/conta/organizacoes/{segunda.Slug}", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = ClienteDeTeste.Antiforgery(pagina),
        }));
        Assert.Equal($"{segunda.Base}/oportunidades", escolher.Headers.Location!.ToString());
        Assert.Equal($"{segunda.Base}/oportunidades", (await cliente.Http.GetAsync("/conta/continuar")).Headers.Location!.ToString());
    }

    private sealed class HasherContado : PasswordHasher<Usuario>
    {
        public int Vezes { get; private set; }

        public override string HashPassword(Usuario user, string password)
        {
            Vezes++;
            return base.HashPassword(user, password);
        }
    }
}
