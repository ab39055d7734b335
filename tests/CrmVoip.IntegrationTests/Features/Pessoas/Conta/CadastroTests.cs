using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.IntegrationTests.Infra;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

[Collection(AplicacaoFixture.Colecao)]
public sealed class CadastroTests(AplicacaoFixture app)
{
    private const string Botao = "Criar organização";
    private const string Senha = "girassol na janela azul";

    [Fact]
    public async Task New_organization_has_its_administrator_its_pipeline_its_outcomes_and_a_record()
    {
        var (email, slug) = Novos();
        using var http = app.Cliente();
        var criada = await CadastrarAsync(http, email, slug, "Vento Norte");

        Assert.Equal($"/o/{slug}/oportunidades", criada.Headers.Location?.ToString());
        var quadro = await ClienteDeTeste.PaginaAsync(await http.GetAsync(criada.Headers.Location));
        Assert.Equal(["Novo", "Contato feito", "Qualificação", "Proposta", "Negociação", "Fechamento"], quadro.QuerySelectorAll(".coluna__titulo").Select(t => t.TextContent));
        Assert.Contains("Vento Norte", quadro.Title, StringComparison.Ordinal);
        Assert.Contains("Convidar a equipe", quadro.QuerySelector(".quadro-vazio")!.TextContent, StringComparison.Ordinal);

        var organizacao = await DeAsync(slug);
        var membro = await organizacao.ComDbAsync(db => db.Membros.SingleAsync());
        Assert.Equal((Papel.Administrador, email, "Rita Campos"), (membro.Papel, membro.Email, membro.Nome));
        Assert.Equal(8, await organizacao.ComDbAsync(db => db.ResultadosDeLigacao.CountAsync()));
        var registro = await organizacao.ComDbAsync(db => db.AuditLog.SingleAsync());
        Assert.Equal((Acoes.OrganizacaoCriada, membro.UsuarioId, organizacao.Id), (registro.Acao, registro.UsuarioId!.Value, registro.EntidadeId));
        Assert.Equal($"/o/{slug}/oportunidades", (await http.GetAsync("/conta/continuar")).Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Vento-Norte")]
    [InlineData("vento norte")]
    [InlineData("-vento")]
    [InlineData("vento--norte")]
    [InlineData("ventônorte")]
    [InlineData("admin")]
    public async Task Address_that_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(string slug)
    {
        var (email, _) = Novos();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");

        var resposta = await visitante.ApertarAsync(Botao, Campos(email, slug, "Vento Norte"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.NotEmpty(visitante.Pagina.QuerySelector("#Slug-erro")!.TextContent);
        Assert.Equal(slug, visitante.Pagina.QuerySelector("#Slug")!.GetAttribute("value"));
        Assert.Equal("Vento Norte", visitante.Pagina.QuerySelector("#Organizacao")!.GetAttribute("value"));
        Assert.Equal(email, visitante.Pagina.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Null(visitante.Pagina.QuerySelector("#Senha")!.GetAttribute("value"));
        Assert.Null(await ContaAsync(email));
    }

    [Fact]
    public async Task Taken_address_and_taken_e_mail_are_told_at_their_fields()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");

        await visitante.ApertarAsync(Botao, Campos(Novos().Email, pessoa.Organizacao.Slug));
        Assert.Equal("Este endereço já está em uso. Escolha outro.", visitante.Pagina.QuerySelector("#Slug-erro")!.TextContent);
        await visitante.ApertarAsync(Botao, Campos(pessoa.Email, Novos().Slug));
        Assert.Equal("Já existe uma conta com este e-mail. Entre com ela.", visitante.Pagina.QuerySelector("#Email-erro")!.TextContent);
    }

    [Theory]
    [InlineData("curta", "12 caracteres")]
    [InlineData("senha1234567", "fácil de adivinhar")]
    [InlineData("qwertyuiopasdf", "fácil de adivinhar")]
    [InlineData("o girassol da Rita", "seu nome")]
    public async Task Weak_password_is_refused_in_the_persons_own_language(string senha, string mensagem)
    {
        var (email, slug) = Novos();
        using var http = app.Cliente();
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");

        await visitante.ApertarAsync(Botao, [.. Campos(email, slug), ("Senha", senha)]);

        Assert.Contains(mensagem, visitante.Pagina.QuerySelector("#Senha-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await ContaAsync(email));
    }

    [Fact]
    public async Task Address_lost_to_somebody_quicker_keeps_the_account_and_asks_for_another_one()
    {
        var (email, slug) = Novos();
        var ocupado = (await app.CriarOrganizacaoAsync()).Slug;
        await using var instancia = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s =>
            s.AddScoped<IValidator<CadastroForm>>(_ => new InlineValidator<CadastroForm>())));
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");

        var resposta = await visitante.ApertarAsync(Botao, Campos(email, ocupado));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains("Sua conta foi criada. Falta a organização.", visitante.Texto, StringComparison.Ordinal);
        Assert.Equal("Este endereço já está em uso. Escolha outro.", visitante.Pagina.QuerySelector("#Slug-erro")!.TextContent);
        var criada = await visitante.ApertarAsync(Botao, ("Slug", slug));
        Assert.Equal($"/o/{slug}/oportunidades", criada.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(criada.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task Failure_after_the_account_signs_the_person_in_and_lets_them_try_again()
    {
        var (email, slug) = Novos();
        await using var instancia = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s =>
        {
            var falha = new FalhaUmaVez();
            s.ConfigureDbContext<CrmDbContext>(options => options.AddInterceptors(falha));
        }));
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");

        await visitante.ApertarAsync(Botao, Campos(email, slug, "Vento Norte"));

        Assert.Contains("Tente de novo em instantes.", visitante.Texto, StringComparison.Ordinal);
        Assert.Equal("Vento Norte", visitante.Pagina.QuerySelector("#Organizacao")!.GetAttribute("value"));
        var criada = await visitante.ApertarAsync(Botao);
        Assert.Equal($"/o/{slug}/oportunidades", criada.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Two_accounts_at_once_for_one_e_mail_are_one_account_and_one_message()
    {
        var (email, _) = Novos();
        await using var instancia = app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(s =>
        {
            foreach (var regra in s.Where(d => d.ServiceType == typeof(IUserValidator<Usuario>)).ToList())
            {
                s.Remove(regra);
            }
        }));
        using var primeiro = Cliente(instancia);
        using var segundo = Cliente(instancia);
        var visitante = new Visitante(segundo);
        Assert.Equal(HttpStatusCode.Redirect, (await CadastrarAsync(primeiro, email, Novos().Slug)).StatusCode);
        await visitante.AbrirAsync("/conta/criar");

        await visitante.ApertarAsync(Botao, Campos(email, Novos().Slug));

        Assert.Equal("Já existe uma conta com este e-mail. Entre com ela.", visitante.Pagina.QuerySelector("#Email-erro")!.TextContent);
    }

    [Fact]
    public async Task Somebody_with_an_account_makes_another_organization_without_a_second_account()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var slug = Novos().Slug;
        using var cliente = await pessoa.EntrarAsync();
        Assert.Equal("/conta/organizacoes/criar", (await cliente.Http.GetAsync("/conta/criar")).Headers.Location!.ToString());
        var visitante = new Visitante(cliente.Http);
        await visitante.AbrirAsync("/conta/organizacoes");
        Assert.NotNull(visitante.Pagina.QuerySelector("a[href='/conta/organizacoes/criar']"));
        await visitante.AbrirAsync("/conta/organizacoes/criar");
        Assert.Null(visitante.Pagina.QuerySelector("#Email"));

        var criada = await visitante.ApertarAsync(Botao, ("Organizacao", "Segunda casa"), ("Slug", slug));

        Assert.Equal($"/o/{slug}/oportunidades", criada.Headers.Location!.ToString());
        var membro = await (await DeAsync(slug)).ComDbAsync(db => db.Membros.SingleAsync());
        Assert.Equal((pessoa.Id, Papel.Administrador), (membro.UsuarioId, membro.Papel));
    }

    [Fact]
    public async Task Closed_installation_says_so_and_makes_nothing()
    {
        var (email, slug) = Novos();
        using var aberta = app.Cliente();
        var visitanteAberto = new Visitante(aberta);
        await visitanteAberto.AbrirAsync("/conta/entrar");
        Assert.NotNull(visitanteAberto.Pagina.QuerySelector("a[href='/conta/criar']"));

        await using var instancia = app.OutraInstancia(("Crm:CadastroAberto", "false"));
        using var http = Cliente(instancia);
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/entrar");
        Assert.Null(visitante.Pagina.QuerySelector("a[href='/conta/criar']"));
        var resposta = await http.PostAsync("/conta/criar", new FormUrlEncodedContent(
            Campos(email, slug).Append(("__RequestVerificationToken", ClienteDeTeste.Antiforgery(visitante.Pagina))).ToDictionary(c => c.Item1, c => c.Item2)));
        Assert.Equal(HttpStatusCode.Forbidden, resposta.StatusCode);
        await visitante.AbrirAsync("/conta/criar");
        Assert.Contains("não aceita novas organizações", visitante.Texto, StringComparison.Ordinal);
        Assert.Null(await ContaAsync(email));
    }

    private static (string Email, string Slug) Novos() => ($"{Guid.NewGuid():N}@teste.example", $"c-{Guid.NewGuid():N}"[..20].TrimEnd('-'));

    private static HttpClient Cliente(WebApplicationFactory<CrmDbContext> instancia) =>
        instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static (string Campo, string Valor)[] Campos(string email, string slug, string organizacao = "Organização nova") =>
        [("Nome", "Rita Campos"), ("Email", email), ("Senha", Senha), ("Organizacao", organizacao), ("Slug", slug)];

    private static async Task<HttpResponseMessage> CadastrarAsync(HttpClient http, string email, string slug, string organizacao = "Organização nova")
    {
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/criar");
        return await visitante.ApertarAsync(Botao, Campos(email, slug, organizacao));
    }

    private async Task<OrganizacaoDeTeste> DeAsync(string slug)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        var id = await escopo.ServiceProvider.GetRequiredService<CrmDbContext>().Organizacoes.Where(o => o.Slug == slug).Select(o => o.Id).SingleAsync();
        return new OrganizacaoDeTeste(app, id, slug);
    }

    private async Task<Usuario?> ContaAsync(string email)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        return await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().FindByEmailAsync(email);
    }

    private sealed class FalhaUmaVez : SaveChangesInterceptor
    {
        private int _vezes;

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            Interlocked.Increment(ref _vezes) == 1
                ? throw new DbUpdateException("The database was away for a moment.")
                : base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
