using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Conta;

/// <summary>Passwords are counted before they are looked at, and what strangers try does not keep the owner out.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SenhasErradasTests(AplicacaoFixture app)
{
    private const int Rajada = 40;

    [Fact]
    public async Task Of_forty_at_once_on_two_instances_ten_are_judged_and_all_are_recorded()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var hasher = new HasherContado();
        await using var uma = Instancia(hasher);
        await using var outra = Instancia(hasher);
        var visitantes = new[] { await EntradaAsync(uma), await EntradaAsync(outra) };

        var erradas = await Task.WhenAll(Enumerable.Range(0, Rajada).Select(i => EnviarAsync(visitantes[i % 2], pessoa.Email, $"errada {i}")));

        Assert.All(erradas, r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(SenhasErradas.DoLugar, hasher.Julgadas);
        var acoes = await AcoesDeAsync(pessoa.Id);
        Assert.Equal(Rajada - 1, acoes.Count(a => a == Acoes.Conta.Recusada));
        Assert.Single(acoes, Acoes.Conta.Bloqueada);

        var certas = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => EnviarAsync(visitantes[i % 2], pessoa.Email, PessoaDeTeste.Senha)));

        Assert.All(certas, r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(SenhasErradas.DoLugar, hasher.Julgadas);
    }

    [Fact]
    public async Task Of_forty_changes_of_password_at_once_ten_are_judged_and_all_are_recorded()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var hasher = new HasherContado();
        await using var instancia = Instancia(hasher);
        using var http = instancia.Navegador();
        using var cliente = new ClienteDeTeste(http, "");
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/seguranca");
        var antes = hasher.Julgadas;

        var respostas = await Task.WhenAll(Enumerable.Range(0, Rajada).Select(i =>
            visitante.EnviarAsync("Trocar senha", ("SenhaAtual", $"errada {i}"), ("NovaSenha", "canoa verde no rio calmo"))));

        Assert.All(respostas, r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(SenhasErradas.DoLugar, hasher.Julgadas - antes);
        Assert.Equal(Rajada, (await AcoesDeAsync(pessoa.Id)).Count(a => a is Acoes.Conta.Recusada or Acoes.Conta.Bloqueada));
    }

    [Fact]
    public async Task Stranger_locks_the_own_address_out_and_neither_a_known_browser_nor_another_address()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        await using var instancia = app.OutraInstancia().ComEnderecos();
        var cookies = new CookieContainer();
        Assert.Equal(HttpStatusCode.Redirect, (await TentarAsync(instancia, pessoa, "198.51.100.7", cookies)).StatusCode);
        for (var vez = 0; vez < SenhasErradas.DoLugar; vez++)
        {
            await TentarAsync(instancia, pessoa, "203.0.113.9", senha: "errada");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TentarAsync(instancia, pessoa, "203.0.113.9")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TentarAsync(instancia, pessoa, "203.0.113.9", cookies)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TentarAsync(instancia, pessoa, "203.0.113.10")).StatusCode);
    }

    [Fact]
    public async Task Guessing_from_many_addresses_is_slowed_down_for_all_but_known_browsers()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var relogio = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var instancia = app.OutraInstancia().ComEnderecos().Com(s => s.AddSingleton<TimeProvider>(relogio));
        var cookies = new CookieContainer();
        await TentarAsync(instancia, pessoa, "198.51.100.7", cookies);
        for (var vez = 0; vez < SenhasErradas.DosEstranhos; vez++)
        {
            await TentarAsync(instancia, pessoa, $"2001:db8:{vez:x}::1", senha: "errada");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await TentarAsync(instancia, pessoa, "192.0.2.1")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TentarAsync(instancia, pessoa, "192.0.2.1", cookies)).StatusCode);
        relogio.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Redirect, (await TentarAsync(instancia, pessoa, "192.0.2.1")).StatusCode);
    }

    [Fact]
    public async Task E_mail_without_an_account_is_answered_in_the_same_words_with_the_same_work_to_the_end()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var hasher = new HasherContado();
        await using var instancia = Instancia(hasher);

        var conhecido = await InsistirAsync(instancia, hasher, pessoa.Email);
        var desconhecido = await InsistirAsync(instancia, hasher, $"{Guid.NewGuid():N}@teste.example");

        Assert.Equal(conhecido, desconhecido);
        Assert.Contains("bloqueada", conhecido[^1].Erro, StringComparison.Ordinal);
        Assert.Equal(0, conhecido[^1].Trabalho);
    }

    private WebApplicationFactory<CrmDbContext> Instancia(HasherContado hasher) =>
        app.OutraInstancia().Com(s => s.AddSingleton<IPasswordHasher<Usuario>>(hasher));

    private static async Task<Visitante> EntradaAsync(WebApplicationFactory<CrmDbContext> instancia)
    {
        var visitante = new Visitante(instancia.Navegador());
        await visitante.AbrirAsync("/conta/entrar");
        return visitante;
    }

    private static Task<HttpResponseMessage> EnviarAsync(Visitante visitante, string email, string senha) =>
        visitante.EnviarAsync("Entrar", ("Email", email), ("Senha", senha));

    private static async Task<HttpResponseMessage> TentarAsync(
        WebApplicationFactory<CrmDbContext> instancia, PessoaDeTeste pessoa, string endereco, CookieContainer? cookies = null, string senha = PessoaDeTeste.Senha)
    {
        // Whose session is over; the browser stays known.
        foreach (var sessao in (cookies?.GetAllCookies() ?? []).Where(c => c.Name.EndsWith("crm.sessao", StringComparison.Ordinal)))
        {
            sessao.Expired = true;
        }

        using var http = instancia.Navegador(cookies, endereco);
        var visitante = new Visitante(http);
        await visitante.AbrirAsync("/conta/entrar");
        return await EnviarAsync(visitante, pessoa.Email, senha);
    }

    private static async Task<List<(string Erro, int Trabalho)>> InsistirAsync(WebApplicationFactory<CrmDbContext> instancia, HasherContado hasher, string email)
    {
        var visitante = await EntradaAsync(instancia);
        var respostas = new List<(string Erro, int Trabalho)>();
        for (var vez = 0; vez <= SenhasErradas.DoLugar; vez++)
        {
            var antes = hasher.Julgadas;
            await visitante.ApertarAsync("Entrar", ("Email", email), ("Senha", "errada"));
            respostas.Add((visitante.Pagina.QuerySelector("#Senha-erro")!.TextContent, hasher.Julgadas - antes));
        }

        return respostas;
    }

    private async Task<List<string>> AcoesDeAsync(Guid usuarioId) =>
        [.. (await app.Banco.LerAsync($"select acao from eventos_de_conta where usuario_id = '{usuarioId}'")).Select(l => (string)l[0])];

    /// <summary>How often the work of a password was done, right or made up.</summary>
    private sealed class HasherContado() : PasswordHasher<Usuario>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }))
    {
        private int _julgadas;

        public int Julgadas => _julgadas;

        public override string HashPassword(Usuario user, string password)
        {
            Interlocked.Increment(ref _julgadas);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Usuario user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _julgadas);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
