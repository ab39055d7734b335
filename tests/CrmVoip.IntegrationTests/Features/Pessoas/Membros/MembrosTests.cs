using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Membros;

[Collection(AplicacaoFixture.Colecao)]
public sealed class MembrosTests(AplicacaoFixture app)
{
    [Fact]
    public async Task List_shows_everybody_with_papel_ramal_and_state_and_marks_who_looks()
    {
        var (organizacao, admin) = await AdminAsync();
        var ana = await organizacao.PessoaAsync();
        await ana.ComRamalAsync("1007");
        var antigo = await organizacao.PessoaAsync(Papel.Gestor);
        using var cliente = await admin.EntrarAsync();
        await cliente.FormAsync($"/membros/{antigo.Id}/desativar", ("Sucessor", "ninguem"));

        var pagina = await cliente.PaginaAsync("/membros");

        var linhas = pagina.QuerySelectorAll("table[aria-labelledby=pessoas] tbody tr").ToDictionary(l => l.QuerySelector(".tabela__sub")!.TextContent, l => l.TextContent);
        Assert.Equal(3, linhas.Count);
        Assert.Contains("você", linhas[admin.Email], StringComparison.Ordinal);
        Assert.DoesNotContain("Desativar", linhas[admin.Email], StringComparison.Ordinal);
        Assert.Contains("1007", linhas[ana.Email], StringComparison.Ordinal);
        Assert.Contains("Vendedor", linhas[ana.Email], StringComparison.Ordinal);
        Assert.Contains("Desativado", linhas[antigo.Email], StringComparison.Ordinal);
        Assert.Contains("Reativar", linhas[antigo.Email], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_of_rights_says_what_the_policies_do()
    {
        var (_, admin) = await AdminAsync();
        using var cliente = await admin.EntrarAsync();

        var linhas = (await cliente.PaginaAsync("/membros")).QuerySelectorAll(".direitos tbody tr")
            .Select(l => (l.QuerySelector("th")!.TextContent, string.Join(',', l.QuerySelectorAll("td").Select(c => (c.QuerySelector(".so-leitor") ?? c).TextContent.Trim()))));

        Assert.Equal(
            Permissoes.Todas.Select(p => (p.Descricao, string.Join(',', new[] { Papel.Vendedor, Papel.Gestor, Papel.Administrador }
                .Select(papel => Permissoes.De(papel, p.Nome) switch
                {
                    Alcance.Nenhum => "Não pode",
                    Alcance.Proprias => "Só as próprias",
                    _ => p.DeLinhas ? "Todas" : "Pode",
                })))),
            linhas);
    }

    [Theory]
    [InlineData(Papel.Vendedor)]
    [InlineData(Papel.Gestor)]
    public async Task Only_the_administrador_manages_members(Papel papel)
    {
        var (organizacao, admin) = await AdminAsync();
        using var cliente = await (await organizacao.PessoaAsync(papel)).EntrarAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await cliente.GetAsync("/membros")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cliente.FormAsync($"/membros/{admin.Id}/papel", ("Papel", "Vendedor"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await cliente.FormAsync("/convites/criar", ("Email", "a@b.example"), ("Papel", "Vendedor"))).StatusCode);
        Assert.Equal(Papel.Administrador, (await organizacao.MembroAsync(admin)).Papel);
    }

    [Fact]
    public async Task New_papel_counts_on_the_very_next_request()
    {
        var (organizacao, admin) = await AdminAsync();
        var pessoa = await organizacao.PessoaAsync();
        using var dela = await pessoa.EntrarAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await dela.GetAsync("/membros")).StatusCode);
        using var cliente = await admin.EntrarAsync();

        var resposta = await cliente.FormAsync($"/membros/{pessoa.Id}/papel", ("Papel", "Administrador"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await dela.GetAsync("/membros")).StatusCode);
        var registro = await organizacao.ComDbAsync(db => db.AuditLog.SingleAsync(a => a.Acao == Acoes.MembroPapel));
        Assert.Equal((admin.Id, pessoa.Id), (registro.UsuarioId!.Value, registro.EntidadeId));
        Assert.Contains("\"de\": \"vendedor\"", registro.Dados, StringComparison.Ordinal);
        Assert.Contains("\"para\": \"administrador\"", registro.Dados, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_papel_is_told_at_the_field()
    {
        var (organizacao, admin) = await AdminAsync();
        var pessoa = await organizacao.PessoaAsync();
        using var cliente = await admin.EntrarAsync();

        foreach (var caminho in new[] { $"/membros/{pessoa.Id}/papel", $"/membros/{pessoa.Id}/reativar" })
        {
            var resposta = await cliente.FormAsync(caminho, ("Papel", "9"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
            Assert.NotEmpty((await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#Papel-erro")!.TextContent);
        }
    }

    [Fact]
    public async Task Nobody_changes_the_own_membership()
    {
        var (organizacao, admin) = await AdminAsync();
        await organizacao.PessoaAsync(Papel.Administrador);
        using var cliente = await admin.EntrarAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync($"/membros/{admin.Id}/papel", ("Papel", "Vendedor"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync($"/membros/{admin.Id}/desativar", ("Sucessor", "ninguem"))).StatusCode);

        var membro = await organizacao.MembroAsync(admin);
        Assert.Equal((Papel.Administrador, true), (membro.Papel, membro.Ativo));
    }

    [Theory]
    [InlineData("papel")]
    [InlineData("desativar")]
    public async Task Two_administradores_who_end_each_other_at_once_leave_one(string verbo)
    {
        var (organizacao, a) = await AdminAsync();
        var b = await organizacao.PessoaAsync(Papel.Administrador);
        using var deA = await a.EntrarAsync();
        using var deB = await b.EntrarAsync();
        await Task.WhenAll(deA.GetAsync("/membros"), deB.GetAsync("/membros"));

        // Both have passed the policy and wait for the lock before either goes on.
        var respostas = await organizacao.ComDbAsync(async db =>
        {
            await db.TravarAdministradoresAsync(CancellationToken.None);
            Task<HttpResponseMessage>[] pedidos =
            [
                deA.FormAsync($"/membros/{b.Id}/{verbo}", ("Papel", "Vendedor")),
                deB.FormAsync($"/membros/{a.Id}/{verbo}", ("Papel", "Vendedor")),
            ];
            await Task.Delay(TimeSpan.FromSeconds(2));
            Assert.All(pedidos, p => Assert.False(p.IsCompleted, "A change did not wait for the lock."));
            return pedidos;
        });
        var situacoes = (await Task.WhenAll(respostas)).Select(r => r.StatusCode).Order();

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], situacoes);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.Membros.CountAsync(m => m.Papel == Papel.Administrador && m.Ativo)));
    }

    [Fact]
    public async Task Reactivating_gives_access_back_with_the_chosen_papel()
    {
        var (organizacao, admin) = await AdminAsync();
        var pessoa = await organizacao.PessoaAsync();
        using var dela = await pessoa.EntrarAsync();
        using var cliente = await admin.EntrarAsync();
        await cliente.FormAsync($"/membros/{pessoa.Id}/desativar", ("Sucessor", "ninguem"));
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync($"/membros/{pessoa.Id}/papel", ("Papel", "Gestor"))).StatusCode);

        var resposta = await cliente.FormAsync($"/membros/{pessoa.Id}/reativar", ("Papel", "Gestor"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await dela.GetAsync("/ramais")).StatusCode);
        Assert.Equal(Papel.Gestor, (await organizacao.MembroAsync(pessoa)).Papel);
        Assert.Equal(HttpStatusCode.Conflict, (await cliente.FormAsync($"/membros/{pessoa.Id}/reativar", ("Papel", "Vendedor"))).StatusCode);
        Assert.Equal(1, await organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.MembroReativado && a.EntidadeId == pessoa.Id)));
    }

    [Fact]
    public async Task Member_of_another_organization_does_not_exist()
    {
        var (_, admin) = await AdminAsync();
        var (alheia, _) = await AdminAsync();
        var deFora = await alheia.PessoaAsync();
        using var cliente = await admin.EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await cliente.GetAsync($"/membros/{deFora.Id}/papel")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.FormAsync($"/membros/{deFora.Id}/papel", ("Papel", "Gestor"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.FormAsync($"/membros/{deFora.Id}/desativar", ("Sucessor", "ninguem"))).StatusCode);
        Assert.True((await alheia.MembroAsync(deFora)).Ativo);
    }

    private async Task<(OrganizacaoDeTeste Organizacao, PessoaDeTeste Admin)> AdminAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        return (organizacao, await organizacao.PessoaAsync(Papel.Administrador));
    }
}
