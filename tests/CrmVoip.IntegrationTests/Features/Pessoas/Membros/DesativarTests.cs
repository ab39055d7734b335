using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Membros;

/// <summary>What ends with somebody's access, and what stays.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class DesativarTests(AplicacaoFixture app)
{
    [Fact]
    public async Task The_very_next_request_of_an_open_session_finds_no_organization()
    {
        var (cena, admin) = await CenaAsync();
        using var dela = await cena.Pessoa.EntrarAsync();
        using var cliente = await admin.EntrarAsync();
        Assert.Equal(HttpStatusCode.OK, (await dela.GetAsync("/oportunidades")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", "ninguem"))).StatusCode);

        var quadro = await dela.GetAsync("/oportunidades");
        Assert.Equal(HttpStatusCode.NotFound, quadro.StatusCode);
        Assert.Contains("Não encontramos esta página", (await ClienteDeTeste.PaginaAsync(quadro)).Body!.TextContent, StringComparison.Ordinal);
        var organizacoes = await ClienteDeTeste.PaginaAsync(await dela.Http.GetAsync("/conta/organizacoes"));
        Assert.DoesNotContain(cena.Organizacao.Slug, organizacoes.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Peça um convite", organizacoes.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dela.Http.PostAsync(
            $"/conta/organizacoes/{cena.Organizacao.Slug}",
            new FormUrlEncodedContent([new("__RequestVerificationToken", ClienteDeTeste.Antiforgery(organizacoes))]))).StatusCode);
    }

    [Fact]
    public async Task A_call_in_progress_gets_no_more_from_the_server()
    {
        var (cena, admin) = await CenaAsync();
        using var dela = await cena.Pessoa.EntrarAsync();
        using var cliente = await admin.EntrarAsync();
        var ligacao = Guid.NewGuid();
        Assert.True((await dela.PostAsync("/ligacoes", new { id = ligacao, numero = CenaDeLigacao.Numero })).IsSuccessStatusCode);
        Assert.True((await dela.PostAsync("/telefonia/credenciais")).IsSuccessStatusCode);
        Assert.Contains("ligação em andamento", (await cliente.PaginaAsync($"/membros/{cena.Pessoa.Id}/desativar")).Body!.TextContent, StringComparison.Ordinal);

        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", "ninguem"));

        Assert.Equal(HttpStatusCode.NotFound, (await dela.PostAsync("/telefonia/credenciais")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dela.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = CenaDeLigacao.Numero })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dela.PostAsync($"/ligacoes/{ligacao}/eventos", new { eventos = Array.Empty<object>() })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await dela.GetAsync($"/ligacoes/{ligacao}")).StatusCode);
        Assert.Equal(cena.Pessoa.Id, (await cena.LerAsync(ligacao)).UsuarioId);
    }

    [Fact]
    public async Task It_asks_first_and_says_what_happens()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();

        var texto = (await cliente.PaginaAsync($"/membros/{cena.Pessoa.Id}/desativar")).QuerySelector("main")!.TextContent;

        Assert.Contains("no próximo clique", texto, StringComparison.Ordinal);
        Assert.Contains("O ramal 1001 fica livre", texto, StringComparison.Ordinal);
        Assert.Contains("Há uma oportunidade aberta com ela", texto, StringComparison.Ordinal);
        Assert.True((await cena.Organizacao.MembroAsync(cena.Pessoa)).Ativo);
    }

    [Fact]
    public async Task The_ramal_is_revoked_and_free_for_somebody_else()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();

        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", "ninguem"));

        var ramal = await cena.Organizacao.ComDbAsync(db => db.RamaisVoip.IgnoreQueryFilters().SingleAsync(), admin);
        Assert.NotNull(ramal.RevogadoEm);
        Assert.Null(ramal.SegredoId);
        var acoes = await cena.Organizacao.ComDbAsync(db => db.AuditLog.Where(a => a.UsuarioId == admin.Id).Select(a => a.Acao).ToListAsync());
        Assert.Equal([Acoes.MembroDesativado, Acoes.RamalRevogado], acoes.Order());
        await (await cena.Organizacao.PessoaAsync()).ComRamalAsync("1001", sipDomain: SimuladorDeTeste.Dominio);
    }

    [Fact]
    public async Task Open_deals_go_to_who_is_chosen_and_closed_ones_keep_the_name()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();
        var (etapaId, contatoId) = (cena.Oportunidade.EtapaId, cena.Oportunidade.ContatoId);
        var ganha = new Oportunidade(cena.Organizacao.Id, "Já ganha");
        ganha.Editar("Já ganha", 1m, contatoId, cena.Pessoa.Id, DateTimeOffset.UtcNow);
        ganha.MoverPara(etapaId, "c", DateTimeOffset.UtcNow);
        ganha.Ganhar(DateTimeOffset.UtcNow);
        await cena.Organizacao.SalvarAsync(ganha);
        var bruno = await cena.Organizacao.PessoaAsync();

        var sem = await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sem.StatusCode);
        Assert.Contains("Escolha quem fica", (await ClienteDeTeste.PaginaAsync(sem)).QuerySelector("#Sucessor-erro")!.TextContent, StringComparison.Ordinal);
        foreach (var impossivel in new[] { cena.Pessoa.Id, Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", $"{impossivel}"))).StatusCode);
        }

        Assert.True((await cena.Organizacao.MembroAsync(cena.Pessoa)).Ativo);
        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", $"{bruno.Id}"));
        await cena.Organizacao.TrabalharAsync();

        var deQuem = await cena.Organizacao.ComDbAsync(db => db.Oportunidades.ToDictionaryAsync(o => o.Titulo, o => o.ResponsavelId));
        Assert.Equal((bruno.Id, cena.Pessoa.Id), (deQuem[cena.Oportunidade.Titulo], deQuem["Já ganha"]));
        Assert.Contains($"Passou para {bruno.Email}", (await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/historico")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_but_tasks_open_passes_them_too()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();
        var (bruno, carla) = (await cena.Organizacao.PessoaAsync(), await cena.Organizacao.PessoaAsync());
        Tarefa Dela(string texto) => Tarefa.Avulsa(cena.Organizacao.Id, bruno.Id, null, TipoDeTarefa.Outra, texto);
        await cena.Organizacao.SalvarAsync(Dela("Uma"), Dela("Outra"));

        Assert.Contains("Há 2 tarefas abertas com ela.", (await cliente.PaginaAsync($"/membros/{bruno.Id}/desativar")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cliente.FormAsync($"/membros/{bruno.Id}/desativar")).StatusCode);
        await cliente.FormAsync($"/membros/{bruno.Id}/desativar", ("Sucessor", $"{carla.Id}"));
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal([carla.Id, carla.Id], await cena.Organizacao.ComDbAsync(db => db.Tarefas.Where(t => t.OportunidadeId == null).Select(t => t.ResponsavelId).ToListAsync()));
    }

    [Fact]
    public async Task Who_is_called_back_before_the_deals_are_passed_keeps_them()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();
        var bruno = await cena.Organizacao.PessoaAsync();
        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", $"{bruno.Id}"));

        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/reativar", ("Papel", "Vendedor"));
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal(cena.Pessoa.Id, await cena.Organizacao.ComDbAsync(db => db.Oportunidades.Select(o => o.ResponsavelId).SingleAsync()));
    }

    [Fact]
    public async Task Deals_keep_the_name_and_are_edited_without_losing_it()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();
        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", "ninguem"));
        var caminho = $"/oportunidades/{cena.Oportunidade.Id}";

        var form = await cliente.PaginaAsync($"{caminho}/editar");
        var escolhido = form.QuerySelector("#ResponsavelId option[selected]")!;
        Assert.Equal($"{cena.Pessoa.Email} (desativado)", escolhido.TextContent);
        var novo = await cliente.PaginaAsync("/oportunidades/criar");
        Assert.DoesNotContain(cena.Pessoa.Email, novo.QuerySelector("#ResponsavelId")!.TextContent, StringComparison.Ordinal);

        (string, string?)[] campos =
        [
            ("Titulo", "Outro título"),
            ("Valor", "10,00"),
            ("ContatoId", cena.Oportunidade.ContatoId.ToString()),
            ("ResponsavelId", cena.Pessoa.Id.ToString()),
            ("Versao", form.QuerySelector("#Versao")!.GetAttribute("value")),
        ];
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.FormAsync($"{caminho}/editar", campos)).StatusCode);
        Assert.Contains(cena.Pessoa.Email, (await cliente.PaginaAsync(caminho)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cliente.FormAsync("/oportunidades/criar", campos)).StatusCode);
    }

    [Fact]
    public async Task An_open_invitation_ends_with_the_access()
    {
        var (cena, admin) = await CenaAsync();
        using var cliente = await admin.EntrarAsync();
        await cena.Organizacao.SalvarAsync(new Convite(cena.Organizacao.Id, cena.Pessoa.Email, Papel.Administrador, admin.Id, DateTimeOffset.UtcNow));

        await cliente.FormAsync($"/membros/{cena.Pessoa.Id}/desativar", ("Sucessor", "ninguem"));

        Assert.NotNull((await cena.Organizacao.ComDbAsync(db => db.Convites.AsNoTracking().SingleAsync())).RevogadoEm);
    }

    private async Task<(CenaDeLigacao Cena, PessoaDeTeste Admin)> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        return (cena, await cena.Organizacao.PessoaAsync(Papel.Administrador));
    }
}
