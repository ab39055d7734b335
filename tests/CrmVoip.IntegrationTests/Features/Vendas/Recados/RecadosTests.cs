using AngleSharp.Html.Dom;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Recados;

/// <summary>What a colleague did that is mine to know: who leaves it, what it says, and until when it is new. Ana is told by Rita.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class RecadosTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Who_is_named_in_a_note_is_told_once_however_often_it_is_edited()
    {
        var cena = await CenaAsync();
        await cena.EscreverAsync($"/oportunidades/{cena.DaAna.Id}", $"@{cena.NomeDaAna}, pode ligar?");

        var linha = Assert.Single(await LinhasAsync(cena.Ana));
        Assert.Equal($"Novo: {cena.NomeDaRita} citou você em Usina 1", linha.Titulo);
        Assert.Equal($"@{cena.NomeDaAna}, pode ligar?", linha.Nota);
        Assert.EndsWith($"/oportunidades/{cena.DaAna.Id}", linha.Link, StringComparison.Ordinal);

        var escrita = (await cena.Ana.PaginaAsync($"/oportunidades/{cena.DaAna.Id}/historico")).QuerySelector(".nota__texto")!;
        Assert.Equal($"@{cena.NomeDaAna}, pode ligar?", escrita.TextContent.Trim());
        Assert.StartsWith(escrita.QuerySelector(".mencao")!.TextContent, escrita.TextContent.Trim(), StringComparison.Ordinal);

        var nota = await cena.ComDbAsync(db => db.Notas.SingleAsync());
        await cena.Rita.FormAsync($"/oportunidades/{cena.DaAna.Id}/notas/{nota.Id}", ("Texto", $"@{cena.NomeDaAna}, ligue hoje."), ("Visto", nota.Texto));
        Assert.Equal($"@{cena.NomeDaAna}, ligue hoje.", Assert.Single(await LinhasAsync(cena.Ana)).Nota);
    }

    [Fact]
    public async Task Who_is_added_to_a_note_later_is_told_and_a_note_taken_out_tells_nobody()
    {
        var cena = await CenaAsync();
        await cena.EscreverAsync($"/contatos/{cena.DaAna.ContatoId}", "Prefere de manhã.");
        var nota = await cena.ComDbAsync(db => db.Notas.SingleAsync());
        Assert.Empty(await LinhasAsync(cena.Ana));

        var caminho = $"/contatos/{cena.DaAna.ContatoId}/notas/{nota.Id}";
        await cena.Rita.FormAsync(caminho, ("Texto", $"Prefere de manhã @{cena.NomeDaAna.ToUpperInvariant()}"), ("Visto", nota.Texto));
        Assert.EndsWith($"/contatos/{cena.DaAna.ContatoId}", Assert.Single(await LinhasAsync(cena.Ana)).Link, StringComparison.Ordinal);

        await cena.Rita.FormAsync($"{caminho}/excluir");
        Assert.Empty(await LinhasAsync(cena.Ana));
        Assert.Equal("", await NovosAsync(cena.Ana));
        await cena.Rita.FormAsync($"{caminho}/devolver");
        Assert.Single(await LinhasAsync(cena.Ana));
    }

    [Fact]
    public async Task Nobody_is_told_of_what_they_did_themselves_and_no_former_colleague_of_anything()
    {
        var cena = await CenaAsync();
        var saiu = await cena.Organizacao.PessoaAsync();
        var nome = await cena.NomeAsync(saiu);
        await cena.ComDbAsync(async db =>
        {
            (await db.Membros.SingleAsync(m => m.UsuarioId == saiu.Id)).Desativar(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

        await cena.EscreverAsync($"/oportunidades/{cena.DaAna.Id}", $"@{nome} @{cena.NomeDaRita} rita@{cena.NomeDaAna}");

        Assert.Equal(0, await cena.ComDbAsync(db => db.Recados.CountAsync()));
    }

    [Fact]
    public async Task Who_asks_who_is_asked_and_who_is_answered_are_told()
    {
        var cena = await CenaAsync();
        await cena.Rita.FormAsync($"/oportunidades/{cena.DaAna.Id}/pedido");
        Assert.Equal([$"Novo: {cena.NomeDaRita} pediu Usina 1"], (await LinhasAsync(cena.Ana)).Select(l => l.Titulo));

        await cena.Ana.FormAsync($"/oportunidades/{cena.DaAna.Id}/pedido/recusar");
        await cena.Rita.FormAsync($"/oportunidades/{cena.DaAna.Id}/pedido");
        await cena.Ana.FormAsync($"/oportunidades/{cena.DaAna.Id}/pedido/passar");

        Assert.Equal(
            [$"Novo: {cena.NomeDaAna} passou Usina 1 para você", $"Novo: {cena.NomeDaAna} recusou seu pedido de Usina 1"],
            (await LinhasAsync(cena.Rita)).Select(l => l.Titulo));
    }

    [Fact]
    public async Task Deals_passed_at_once_are_one_word()
    {
        var cena = await CenaAsync();
        var outra = await cena.Organizacao.OportunidadeAsync(cena.PessoaAna, "Usina 2");
        await cena.Ana.FormAsync(
            "/oportunidades/lote/passar", ("ResponsavelId", $"{cena.PessoaRita.Id}"), ("Ids", $"{cena.DaAna.Id}"), ("Ids", $"{outra.Id}"));

        var linha = Assert.Single(await LinhasAsync(cena.Rita));
        Assert.Equal($"Novo: {cena.NomeDaAna} passou 2 oportunidades para você", linha.Titulo);
        Assert.EndsWith($"/oportunidades?responsavel={cena.PessoaRita.Id}", linha.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_that_became_somebody_s_is_told_with_the_way_to_it_and_goes_with_it()
    {
        var cena = await CenaAsync();
        var daRita = cena.PessoaRita.Id;
        await cena.Ana.FormAsync("/tarefas/criar", ("Tipo", "Ligacao"), ("Texto", "Ligar para o síndico"), ("ResponsavelId", $"{daRita}"), ("OportunidadeId", $"{cena.DaAna.Id}"));
        await cena.Ana.FormAsync("/tarefas/criar", ("Tipo", "Outra"), ("Texto", "Minha"), ("ResponsavelId", $"{cena.PessoaAna.Id}"));
        var minha = await cena.ComDbAsync(db => db.Tarefas.SingleAsync(t => t.Texto == "Minha"));

        await cena.Ana.FormAsync(
            $"/tarefas/{minha.Id}/editar", ("Tipo", "Outra"), ("Texto", "Minha"), ("ResponsavelId", $"{daRita}"), ("Antes[ResponsavelId]", $"{cena.PessoaAna.Id}"), ("Versao", $"{minha.Versao}"));

        Assert.Empty(await LinhasAsync(cena.Ana));
        var linhas = await LinhasAsync(cena.Rita);
        Assert.Equal([$"Novo: {cena.NomeDaAna} passou a tarefa Minha para você", $"Novo: {cena.NomeDaAna} passou a tarefa Ligar para o síndico para você"], linhas.Select(l => l.Titulo));
        Assert.Equal([$"{cena.Organizacao.Base}/tarefas", $"{cena.Organizacao.Base}/oportunidades/{cena.DaAna.Id}"], linhas.Select(l => l.Link));

        await cena.Ana.FormAsync($"/tarefas/{minha.Id}/excluir");
        Assert.Single(await LinhasAsync(cena.Rita));
    }

    [Fact]
    public async Task Who_takes_over_from_somebody_who_left_is_told_how_much()
    {
        var cena = await CenaAsync();
        using var admin = await (await cena.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();
        await cena.Organizacao.SalvarAsync(
            Tarefa.Avulsa(cena.Organizacao.Id, cena.PessoaAna.Id, null, TipoDeTarefa.Outra, "Uma"), Tarefa.Avulsa(cena.Organizacao.Id, cena.PessoaAna.Id, null, TipoDeTarefa.Outra, "Outra"));

        await admin.FormAsync($"/membros/{cena.PessoaAna.Id}/desativar", ("Sucessor", $"{cena.PessoaRita.Id}"));
        await cena.Organizacao.TrabalharAsync();

        Assert.Equal(["Novo: Você recebeu 2 tarefas", "Novo: Você recebeu Usina 1"], (await LinhasAsync(cena.Rita)).Select(l => l.Titulo).Order());
    }

    [Fact]
    public async Task Seen_is_what_was_shown_and_what_came_later_stays_new()
    {
        var cena = await CenaAsync();
        await cena.EscreverAsync($"/oportunidades/{cena.DaAna.Id}", $"@{cena.NomeDaAna} 1");
        var pagina = await cena.Ana.PaginaAsync("/recados");
        Assert.Equal("1 1 novo", await NovosAsync(cena.Ana));
        await cena.EscreverAsync($"/oportunidades/{cena.DaAna.Id}", $"@{cena.NomeDaAna} 2");
        Assert.Equal("2 2 novos", await NovosAsync(cena.Ana));

        await cena.Ana.FormAsync("/recados/vistos", ("ate", pagina.QuerySelector("#recados [name=ate]")!.GetAttribute("value")));

        Assert.Equal("1 1 novo", await NovosAsync(cena.Ana));
        Assert.Equal([true, false], (await LinhasAsync(cena.Ana)).Select(l => l.Titulo.StartsWith("Novo: ", StringComparison.Ordinal)));
        Assert.Equal("", await NovosAsync(cena.Rita));
    }

    [Fact]
    public async Task Older_ones_are_on_the_next_page_and_the_oldest_go_when_another_comes()
    {
        var cena = await CenaAsync();
        var agora = DateTimeOffset.UtcNow;
        await cena.Organizacao.SalvarAsync(
            [.. Enumerable.Range(1, FolhaExtensions.Linhas + 1).Select(i => (object)Recado.DeVarias(cena.Organizacao.Id, TipoDeRecado.Passagem, 10 + i, cena.PessoaAna.Id, null, agora.AddHours(-i)))]);
        await cena.Organizacao.SalvarAsync(Recado.DeVarias(cena.Organizacao.Id, TipoDeRecado.Passagem, 9, cena.PessoaAna.Id, null, agora - Recado.Guardado - TimeSpan.FromHours(1)));

        var pagina = await cena.Ana.PaginaAsync("/recados");
        Assert.Equal(FolhaExtensions.Linhas, Linhas(pagina).Count);
        var seguinte = await cena.Ana.PaginaAsync(pagina.QuerySelector("#lista-de-recados-mais")!.GetAttribute("href")![cena.Organizacao.Base.Length..]);
        Assert.Equal(["Novo: Você recebeu 61 oportunidades", "Novo: Você recebeu 9 oportunidades"], Linhas(seguinte).Select(l => l.Titulo));

        await cena.EscreverAsync($"/oportunidades/{cena.DaAna.Id}", $"@{cena.NomeDaAna}");
        Assert.DoesNotContain(9, await cena.ComDbAsync(db => db.Recados.Select(r => r.Quantidade).ToListAsync()));
    }

    [Fact]
    public async Task Names_that_a_note_can_carry_are_those_of_colleagues()
    {
        var cena = await CenaAsync();
        await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        Assert.Equal($"[\"{cena.NomeDaAna}\"]", await (await cena.Rita.GetAsync("/recados/pessoas")).Content.ReadAsStringAsync());
    }

    private static async Task<List<Linha>> LinhasAsync(ClienteDeTeste cliente) => Linhas(await cliente.PaginaAsync("/recados"));

    private static List<Linha> Linhas(IHtmlDocument pagina) =>
    [
        .. pagina.QuerySelectorAll("#lista-de-recados > li").Select(l => new Linha(
            string.Join(' ', l.QuerySelector("p")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            l.QuerySelector("a")!.GetAttribute("href")!,
            l.QuerySelector(".historico__notas")?.TextContent)),
    ];

    private static async Task<string> NovosAsync(ClienteDeTeste cliente) =>
        string.Join(' ', (await cliente.PaginaAsync("/recados/novos")).QuerySelectorAll("span").Select(s => s.TextContent));

    private async Task<Cena> CenaAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (ana, rita) = (await organizacao.PessoaAsync(), await organizacao.PessoaAsync());
        var cena = new Cena(organizacao, ana, rita, await ana.EntrarAsync(), await rita.EntrarAsync(), await organizacao.OportunidadeAsync(ana, "Usina 1"));
        return cena with { NomeDaAna = await cena.NomeAsync(ana), NomeDaRita = await cena.NomeAsync(rita) };
    }

    private sealed record Linha(string Titulo, string Link, string? Nota);

    private sealed record Cena(
        OrganizacaoDeTeste Organizacao, PessoaDeTeste PessoaAna, PessoaDeTeste PessoaRita, ClienteDeTeste Ana, ClienteDeTeste Rita, Oportunidade DaAna)
    {
        public string NomeDaAna { get; init; } = "";

        public string NomeDaRita { get; init; } = "";

        public Task<T> ComDbAsync<T>(Func<CrmDbContext, Task<T>> trabalho) => Organizacao.ComDbAsync(trabalho);

        public Task<string> NomeAsync(PessoaDeTeste pessoa) => ComDbAsync(db => db.Membros.Where(m => m.UsuarioId == pessoa.Id).Select(m => m.Nome).SingleAsync());

        public Task<HttpResponseMessage> EscreverAsync(string assunto, string texto) => Rita.FormAsync($"{assunto}/notas", ("Texto", texto));
    }
}
