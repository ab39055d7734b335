using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Mail;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Conexoes;

/// <summary>A token that stops working: marked once, told to the administradores, mended by a test or a new token.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class TokenRecusadoTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private const string Faixa = ".faixa";

    [Fact]
    public async Task Refusal_in_the_background_is_recorded_and_mailed_once_to_each_active_administrador()
    {
        var correio = new CorreioGravado();
        await using var instancia = app.OutraInstancia()
            .WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<ICorreio>(correio)));
        var (admin, vendedor) = await ConectadaAsync("simulador-token-invalido");
        var segundo = await admin.Organizacao.PessoaAsync(Papel.Administrador);
        var inativo = await admin.Organizacao.PessoaAsync(Papel.Administrador);
        await admin.Organizacao.ComDbAsync(async db =>
        {
            (await db.Membros.SingleAsync(m => m.UsuarioId == inativo.Id)).Desativar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        await Task.WhenAll(ReconciliarAsync(instancia.Services, admin), ReconciliarAsync(instancia.Services, admin));
        await ReconciliarAsync(instancia.Services, admin);

        await admin.Organizacao.TrabalharAsync(instancia: instancia.Services);

        Assert.Equal(
            new[] { admin.Email, segundo.Email }.Order(StringComparer.Ordinal),
            correio.Para(admin.Organizacao).Select(m => m.Para).Order(StringComparer.Ordinal));
        Assert.Contains($"http://localhost{admin.Organizacao.Base}/conexoes", correio.Para(admin.Organizacao)[0].Texto, StringComparison.Ordinal);
        Assert.DoesNotContain("simulador-token", correio.Para(admin.Organizacao)[0].Texto, StringComparison.Ordinal);
        Assert.Equal(1, await ContarAsync(admin, Acoes.ConexaoRecusada));
        Assert.NotNull(vendedor);
    }

    [Fact]
    public async Task Mail_that_the_server_did_not_take_is_sent_later_and_not_at_all_once_the_token_is_mended()
    {
        var correio = new CorreioGravado { Recusas = 1 };
        await using var instancia = app.OutraInstancia()
            .WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<ICorreio>(correio)));
        var (admin, _) = await ConectadaAsync("simulador-token-invalido");
        await ReconciliarAsync(instancia.Services, admin);
        await admin.Organizacao.TrabalharAsync(comFalhas: true, instancia: instancia.Services);
        Assert.Empty(correio.Para(admin.Organizacao));

        await admin.Organizacao.TrabalharAsync(TimeSpan.FromMinutes(1), instancia: instancia.Services);
        Assert.Single(correio.Para(admin.Organizacao));

        var (outro, _) = await ConectadaAsync("simulador-token-invalido");
        await ReconciliarAsync(instancia.Services, outro);
        await outro.Organizacao.ComDbAsync(async db =>
        {
            (await db.Integracoes.SingleAsync()).Conectar(outro.Id, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        await outro.Organizacao.TrabalharAsync(instancia: instancia.Services);
        Assert.Empty(correio.Para(outro.Organizacao));
    }

    [Fact]
    public async Task Every_page_of_an_administrador_says_so_until_a_test_mends_it_and_the_others_see_nothing()
    {
        var recusar = true;
        await using var provedor = await ProvedorAsync(() => recusar);
        var (admin, vendedor) = await ConectadaAsync("um-token-qualquer", provedor.BaseUrl);
        using var dele = await admin.EntrarAsync();
        using var doVendedor = await vendedor.EntrarAsync();
        Assert.Null((await dele.PaginaAsync("/oportunidades")).QuerySelector(Faixa));

        await dele.FormAsync("/conexoes/api4com/testar");

        var quadro = await dele.PaginaAsync("/oportunidades");
        Assert.NotNull(quadro.QuerySelector($"main {Faixa}"));
        Assert.Equal($"{admin.Organizacao.Base}/conexoes", quadro.QuerySelector($"{Faixa} a")!.GetAttribute("href"));
        Assert.Null((await doVendedor.PaginaAsync("/oportunidades")).QuerySelector(Faixa));
        var cartao = (await dele.PaginaAsync("/conexoes")).QuerySelector(".conexao")!;
        Assert.Equal("falha", cartao.GetAttribute("data-estado"));
        Assert.Contains("Com erro desde", cartao.TextContent, StringComparison.Ordinal);
        Assert.Contains("Token recusado", cartao.TextContent, StringComparison.Ordinal);
        Assert.Contains($"por {admin.Email}", cartao.TextContent, StringComparison.Ordinal);

        recusar = false;
        await dele.FormAsync("/conexoes/api4com/testar");

        var conexoes = await dele.PaginaAsync("/conexoes");
        Assert.Null(conexoes.QuerySelector(Faixa));
        Assert.Equal("ativa", conexoes.QuerySelector(".conexao")!.GetAttribute("data-estado"));
        Assert.Null((await admin.Organizacao.ComDbAsync(db => db.Integracoes.SingleAsync())).ErroDesde);
    }

    [Fact]
    public async Task Token_that_works_again_mends_the_connection_by_itself_once()
    {
        var recusar = true;
        await using var provedor = await ProvedorFalso.IniciarAsync(contexto =>
        {
            contexto.Response.StatusCode = recusar ? (int)HttpStatusCode.Unauthorized : 200;
            return contexto.Response.WriteAsync("[]");
        });
        var (admin, _) = await ConectadaAsync("um-token-qualquer", provedor.BaseUrl);
        using var dele = await admin.EntrarAsync();
        await ReconciliarAsync(app.Services, admin);
        Assert.NotNull((await dele.PaginaAsync("/oportunidades")).QuerySelector(Faixa));

        recusar = false;
        await ReconciliarAsync(app.Services, admin);
        var sarada = await LerAsync(admin);
        await ReconciliarAsync(app.Services, admin);

        Assert.Equal((StatusDaIntegracao.Conectada, null, null), (sarada.Status, sarada.UltimoErro, sarada.ErroDesde));
        Assert.Equal(sarada.AtualizadoEm, (await LerAsync(admin)).AtualizadoEm);
        Assert.Null((await dele.PaginaAsync("/oportunidades")).QuerySelector(Faixa));
        Assert.Equal(1, await ContarAsync(admin, Acoes.ConexaoRestabelecida));
    }

    [Fact]
    public async Task Test_of_the_unchanged_form_counts_as_a_test_of_the_saved_connection()
    {
        var recusar = false;
        await using var provedor = await ProvedorAsync(() => recusar);
        var (admin, _) = await ConectadaAsync("um-token-qualquer", provedor.BaseUrl);
        using var cliente = await admin.EntrarAsync();

        Assert.True((await ValidarAsync(cliente, provedor)).GetProperty("ok").GetBoolean());
        Assert.Equal(admin.Id, (await LerAsync(admin)).UltimoTestePor);

        recusar = true;
        Assert.Equal("token_recusado", (await ValidarAsync(cliente, provedor)).GetProperty("codigo").GetString());
        Assert.Equal(StatusDaIntegracao.ComErro, (await LerAsync(admin)).Status);
        Assert.Equal(1, await ContarAsync(admin, Acoes.ConexaoRecusada));
    }

    [Fact]
    public async Task Test_that_fails_otherwise_says_why_on_the_card_and_tells_nobody_else()
    {
        var (admin, _) = await ConectadaAsync("um-token-qualquer", "http://127.0.0.1:9/api/v1");
        using var cliente = await admin.EntrarAsync();

        await cliente.FormAsync("/conexoes/api4com/testar");

        Assert.Contains("inalcançável", (await cliente.PaginaAsync("/conexoes")).QuerySelector(".conexao")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await ContarAsync(admin, Acoes.ConexaoRecusada));
    }

    [Theory]
    [InlineData("/ramais")]
    [InlineData("validate-extension")]
    public async Task Refusal_met_by_a_rep_marks_the_connection_too(string onde)
    {
        var (admin, vendedor) = await ConectadaAsync("simulador-token-invalido");
        using var cliente = await vendedor.EntrarAsync();

        _ = onde == "/ramais"
            ? await cliente.GetAsync(onde)
            : await cliente.PostAsync("/telefonia/validate-extension", new { extension = "1001", password = "x", sipServer = SimuladorDeTeste.Dominio });

        Assert.Equal(StatusDaIntegracao.ComErro, (await LerAsync(admin)).Status);
    }

    [Fact]
    public async Task Token_saved_while_the_former_was_being_refused_is_not_to_blame()
    {
        var (admin, _) = await ConectadaAsync("simulador-token-invalido");
        await using var provedor = await ProvedorFalso.IniciarAsync(async c =>
        {
            await admin.Organizacao.ComDbAsync(async db =>
            {
                (await db.Integracoes.SingleAsync()).GuardarToken("v1:outro", "utro");
                return await db.SaveChangesAsync();
            });
            c.Response.StatusCode = 401;
        });
        await admin.Organizacao.ComDbAsync(async db =>
        {
            (await db.Integracoes.SingleAsync()).ApontarPara(provedor.BaseUrl, null, null);
            return await db.SaveChangesAsync();
        });

        await ReconciliarAsync(app.Services, admin);

        Assert.Equal(StatusDaIntegracao.Conectada, (await LerAsync(admin)).Status);
    }

    [Fact]
    public async Task Refusal_met_by_somebody_who_read_the_connection_while_it_still_worked_is_not_told_again()
    {
        PessoaDeTeste? admin = null;
        await using var provedor = await ProvedorFalso.IniciarAsync(async c =>
        {
            if (!c.Request.Path.Value!.EndsWith("/calls", StringComparison.Ordinal))
            {
                await ReconciliarAsync(app.Services, admin!);
            }

            c.Response.StatusCode = 401;
        });
        (admin, _) = await ConectadaAsync("um-token-qualquer", provedor.BaseUrl);
        await using var escopo = await app.Services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(admin.Organizacao.Id, default);

        await escopo!.Services.GetRequiredService<RegistrarGancho>().ExecutarAsync(default);

        Assert.Equal(StatusDaIntegracao.ComErro, (await LerAsync(admin)).Status);
        Assert.Equal(1, await ContarAsync(admin, Acoes.ConexaoRecusada));
    }

    private static Task<int> ContarAsync(PessoaDeTeste pessoa, string acao) =>
        pessoa.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == acao));

    private static Task<Integracao> LerAsync(PessoaDeTeste pessoa) => pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync());

    private static async Task<JsonElement> ValidarAsync(ClienteDeTeste cliente, ProvedorFalso provedor) =>
        await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/validate", new { token = "", baseUrl = provedor.BaseUrl }));

    private static Task<ProvedorFalso> ProvedorAsync(Func<bool> recusar) => ProvedorFalso.IniciarAsync(contexto =>
    {
        contexto.Response.StatusCode = recusar() ? (int)HttpStatusCode.Unauthorized : 200;
        return contexto.Response.WriteAsync(contexto.Request.Path.Value!.EndsWith("/me", StringComparison.Ordinal)
            ? """{"email":"a@b.c","role":"ADMIN"}"""
            : """[{"domain":"x.api4com.com","ramal":"1000"}]""");
    });

    private static async Task ReconciliarAsync(IServiceProvider services, PessoaDeTeste pessoa)
    {
        await using var escopo = await services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(pessoa.Organizacao.Id, default);
        var agora = DateTimeOffset.UtcNow;
        await escopo!.Services.GetRequiredService<LerLista>().ExecutarAsync(new Janela(agora.AddHours(-1), agora), default);
    }

    private async Task<(PessoaDeTeste Admin, PessoaDeTeste Vendedor)> ConectadaAsync(string token, string? baseUrl = null)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync(baseUrl ?? simulador.BaseUrl, token, SimuladorDeTeste.Dominio);
        return (await organizacao.PessoaAsync(Papel.Administrador), await organizacao.PessoaAsync());
    }

    private sealed class CorreioGravado : ICorreio
    {
        private readonly ConcurrentQueue<Mensagem> _mensagens = new();

        public bool Configurado => true;

        public int Recusas { get; set; }

        public Mensagem[] Para(OrganizacaoDeTeste organizacao) => [.. _mensagens.Where(m => m.Texto.Contains(organizacao.Slug, StringComparison.Ordinal))];

        public Task EnviarAsync(Mensagem mensagem, CancellationToken ct)
        {
            if (Recusas-- > 0)
            {
                throw new CorreioException("The mail server did not take the message.");
            }

            _mensagens.Enqueue(mensagem);
            return Task.CompletedTask;
        }
    }
}
