using System.Net;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ramais;

/// <summary>A ramal that was taken away or deactivated places no new call; the one that is up goes on.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RevogacaoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Revoking_asks_first_and_then_refuses_credentials_and_new_calls()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var ramal = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);

        var pergunta = await cena.Cliente.PaginaAsync($"/ramais/organizacao/{ramal.Id}/revogar");
        Assert.Contains("Revogar o ramal 1001?", pergunta.Body!.TextContent);
        Assert.NotNull(await cena.RamalAsync(ana));
        Assert.Equal(HttpStatusCode.Redirect, (await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/revogar")).StatusCode);

        Assert.Equal((HttpStatusCode.Conflict, "sem_ramal"), await CenaDeRamais.CredenciaisAsync(ana));
        using var cliente = await ana.EntrarAsync();
        Assert.Equal("sem_ramal", await RecusaAsync(cliente));
        var pagina = await cliente.PaginaAsync("/ramais");
        Assert.Contains("Sem ramal", pagina.Body!.TextContent);
        Assert.Contains("O ramal 1001 deixou de ser seu", pagina.Body.TextContent);
        Assert.Equal(["ramal.revogado"], await cena.AcoesAsync(ramal.Id));
    }

    [Fact]
    public async Task Whoever_lost_a_ramal_may_register_one_again()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var ramal = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/revogar");
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync(
            "/ramais", ("Extension", "1001"), ("Senha", "s"), ("SipServer", CenaDeRamais.Dominio), ("NomeExibicao", ""), ("Status", "Ativo"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CenaDeRamais.CredenciaisAsync(ana)).Status);
    }

    [Fact]
    public async Task Deactivated_ramal_refuses_until_it_is_activated()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var ramal = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);

        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/status/inativo");
        Assert.Equal((HttpStatusCode.Conflict, "ramal_inativo"), await CenaDeRamais.CredenciaisAsync(ana));
        using var cliente = await ana.EntrarAsync();
        Assert.Equal("ramal_inativo", await RecusaAsync(cliente));
        Assert.Contains("Linha desativada", (await cliente.PaginaAsync("/ramais")).Body!.TextContent);

        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/status/ativo");
        Assert.Equal(HttpStatusCode.OK, (await CenaDeRamais.CredenciaisAsync(ana)).Status);
        Assert.Contains("Linha pronta", (await cliente.PaginaAsync("/ramais")).Body!.TextContent);
    }

    [Theory]
    [InlineData("revogar")]
    [InlineData("status/inativo")]
    public async Task Call_in_progress_is_not_cut(string como)
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ana = await cena.Organizacao.PessoaAsync();
        var ramal = await ana.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        using var cliente = await ana.EntrarAsync();
        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.Created, (await cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" })).StatusCode);

        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/{como}");

        Assert.Equal(HttpStatusCode.NoContent, (await cliente.PostAsync($"/ligacoes/{id}/batimento")).StatusCode);
        Assert.Equal(
            StatusDaLigacao.EmAndamento,
            await cena.Organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.Id == id).Select(l => l.Status).SingleAsync()));
        Assert.NotEqual("em_outra_ligacao", await RecusaAsync(cliente));
    }

    [Fact]
    public async Task Ramal_of_somebody_who_left_is_shown_and_can_be_taken_back()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        var ex = await cena.Organizacao.PessoaAsync();
        var ramal = await ex.ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);
        await cena.Organizacao.ComDbAsync(async db =>
        {
            (await db.Membros.SingleAsync(m => m.UsuarioId == ex.Id)).Desativar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        Assert.Contains("desativado", (await cena.Cliente.PaginaAsync("/ramais/organizacao")).QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains(ex.Email)).TextContent);
        await cena.Cliente.FormAsync($"/ramais/organizacao/{ramal.Id}/revogar");
        Assert.DoesNotContain(ex.Email, (await cena.Cliente.PaginaAsync("/ramais/organizacao")).Body!.TextContent);
    }

    [Fact]
    public async Task Ramal_of_another_organization_does_not_exist_here()
    {
        await using var cena = await CenaDeRamais.CriarAsync(app);
        await using var outra = await CenaDeRamais.CriarAsync(app);
        var alheio = await (await outra.Organizacao.PessoaAsync()).ComRamalAsync("1001", sipDomain: CenaDeRamais.Dominio);

        Assert.Equal(HttpStatusCode.NotFound, (await cena.Cliente.GetAsync($"/ramais/organizacao/{alheio.Id}/revogar")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cena.Cliente.FormAsync($"/ramais/organizacao/{alheio.Id}/revogar")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cena.Cliente.FormAsync($"/ramais/organizacao/{alheio.Id}/status/inativo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cena.Cliente.FormAsync($"/ramais/organizacao/{Guid.NewGuid()}/status/qualquer")).StatusCode);
    }

    private static async Task<string?> RecusaAsync(ClienteDeTeste cliente)
    {
        var resposta = await cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = "+5511960000001" });
        Assert.Equal(HttpStatusCode.Conflict, resposta.StatusCode);
        return (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString();
    }
}
