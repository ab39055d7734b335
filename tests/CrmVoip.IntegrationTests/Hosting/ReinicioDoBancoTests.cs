using System.Net;
using System.Text;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>PostgreSQL restarted: every connection that lies in a pool is dead, and nobody is to notice.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ReinicioDoBancoTests(AplicacaoFixture app)
{
    private const string Segredo = "segredo-do-gancho";
    private const int Juntos = 8;

    [Fact]
    public async Task First_page_sign_in_webhook_and_write_after_a_restart_are_answered_as_ever()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await using var instancia = await app.InstanciaEmAsync(banco);
        var (slug, organizacaoId, email) = await OrganizacaoAsync(instancia.Services);
        using var http = instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var cliente = new ClienteDeTeste(http, $"/o/{slug}");
        await cliente.EntrarAsync(email, PessoaDeTeste.Senha);

        await ReiniciarAsync(cliente, banco);
        var paginas = await Task.WhenAll(Enumerable.Range(0, Juntos).Select(_ => cliente.GetAsync("/conexoes")));
        Assert.All(paginas, pagina => Assert.Equal(HttpStatusCode.OK, pagina.StatusCode));

        await ReiniciarAsync(cliente, banco);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready")).StatusCode);

        await ReiniciarAsync(cliente, banco);
        using var outra = new ClienteDeTeste(instancia.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }), $"/o/{slug}");
        await outra.EntrarAsync(email, PessoaDeTeste.Senha);

        await ReiniciarAsync(cliente, banco);
        using var corpo = new StringContent("""{"eventType":"channel-hangup","id":"a"}""", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.NoContent, (await http.PostAsync($"/ganchos/api4com/{organizacaoId}/{Segredo}", corpo)).StatusCode);

        await ReiniciarAsync(cliente, banco);
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync("/conexoes/api4com/desconectar")).StatusCode);
        await using var escopo = instancia.Services.CreateAsyncScope();
        var db = Entrar(escopo.ServiceProvider, organizacaoId, slug);
        Assert.Equal((1, 1), await db.EmTransacaoAsync(
            async () => (await db.EventosDoProvedor.CountAsync(), await db.AuditLog.CountAsync(a => a.Acao == Acoes.ConexaoDesfeita)),
            CancellationToken.None));
    }

    /// <summary>Fills the pools, and takes from under them what they hold.</summary>
    private static async Task ReiniciarAsync(ClienteDeTeste cliente, BancoDeTestes banco)
    {
        await Task.WhenAll(Enumerable.Range(0, Juntos).Select(_ => cliente.GetAsync("/oportunidades")));
        await using var fonte = NpgsqlDataSource.Create(banco.Superusuario);
        await using var comando = fonte.CreateCommand(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        Assert.True((long)(await comando.ExecuteScalarAsync())! > 1);
    }

    private static async Task<(string Slug, Guid Id, string Email)> OrganizacaoAsync(IServiceProvider services)
    {
        await using var escopo = services.CreateAsyncScope();
        var organizacao = new Organizacao($"t{Guid.NewGuid():N}"[..20], "Aurora");
        var usuario = new Usuario { Nome = "Ana", Email = "ana@aurora.example", UserName = "ana@aurora.example" };
        Assert.True((await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().CreateAsync(usuario, PessoaDeTeste.Senha)).Succeeded);
        var db = Entrar(escopo.ServiceProvider, organizacao.Id, organizacao.Slug);
        var integracao = new Integracao(organizacao.Id, PlataformaEnum.Api4com, "http://127.0.0.1:9/api/v1");
        var cofre = escopo.ServiceProvider.GetRequiredService<ICofre>();
        integracao.GuardarToken(cofre.Cifrar(new LugarDoSegredo(organizacao.Id, Integracao.ColunaDoToken, integracao.Id), "token-de-teste"), "este");
        integracao.GuardarSegredoDoWebhook(cofre.Cifrar(new LugarDoSegredo(organizacao.Id, Integracao.ColunaDoWebhook, integracao.Id), Segredo));
        db.AddRange(organizacao, new Membro(organizacao.Id, usuario.Id, "Ana", usuario.Email, Papel.Administrador), integracao);
        await db.EmTransacaoAsync(() => db.SaveChangesAsync(), CancellationToken.None);
        return (organizacao.Slug, organizacao.Id, usuario.Email);
    }

    private static CrmDbContext Entrar(IServiceProvider services, Guid id, string slug)
    {
        services.GetRequiredService<OrganizacaoAtual>().Definir(new Vinculo(id, slug, slug, Organizacao.FusoPadrao, null, null));
        return services.GetRequiredService<CrmDbContext>();
    }
}
