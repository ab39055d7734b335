using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>Two people, one board: at the same time, and after one of them was away.</summary>
public sealed class SharedBoardTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const int Cartoes = 5;
    private readonly string _grupo = $"Corrida {Guid.NewGuid():N}";

    [Fact]
    public Task Two_people_move_the_same_card_and_reorder_the_same_column_and_end_with_one_order() => ComProvasAsync(async () =>
    {
        await CriarCartoesAsync();
        var ana = await QuadroDoGrupoAsync(Pessoa.Ana);
        var bruno = await QuadroDoGrupoAsync(Pessoa.Bruno);

        await Task.WhenAll(
            MoverAteOFimAsync(ana, 1, "Mover para Negociação"),
            MoverAteOFimAsync(bruno, 1, "Mover para Contato feito"));
        await Espera.AteAsync("one of them was first", async () => await QuantosAsync("Fechamento") == Cartoes - 1);
        await Task.WhenAll(
            MoverAteOFimAsync(ana, 4, "Para o topo"),
            MoverAteOFimAsync(bruno, 5, "Subir"));
        await Task.WhenAll(RecarregarAsync(ana), RecarregarAsync(bruno));

        var gravada = await OrdemGravadaAsync();
        Assert.Equal(["4", "2", "3", "5"], gravada.Split('\n').Select(titulo => titulo.Split(' ')[^1]).Where(n => n != "1"));
        Assert.Equal(Cartoes, gravada.Split('\n').Distinct().Count());
        await Espera.AteAsync("both see the order of the server", async () =>
            await OrdemAsync(ana) == await OrdemGravadaAsync() && await OrdemAsync(bruno) == await OrdemGravadaAsync());
    });

    [Theory]
    [InlineData(409, "Outra pessoa moveu")]
    [InlineData(500, "O cartão voltou para")]
    [InlineData(0, "O cartão voltou para")]
    public Task A_move_the_server_does_not_take_returns_with_a_word_and_keeps_the_focus(int status, string palavra) => ComProvasAsync(async () =>
    {
        await CriarCartoesAsync();
        var quadro = await QuadroDoGrupoAsync(Pessoa.Bruno);
        await quadro.Pagina.RouteAsync("**/posicao*", rota => status == 0 ? rota.AbortAsync() : rota.FulfillAsync(new() { Status = status }));
        var antes = await OrdemAsync(quadro);

        await quadro.MoverAsync(Cartao(quadro, 2), "Mover para Negociação");

        await Expect(quadro.Pagina.GetByText(palavra)).ToBeVisibleAsync();
        await Espera.AteAsync("the card is back", async () => await OrdemAsync(quadro) == antes);
        await Expect(Cartao(quadro, 2).GetByRole(AriaRole.Button, new() { Name = "Mover" })).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_board_left_open_catches_up_and_keeps_what_was_being_typed() => ComProvasAsync(async () =>
    {
        await CriarCartoesAsync();
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        await IrAoGrupoAsync(quadro);
        await quadro.Coluna("Fechamento").GetByRole(AriaRole.Link, new() { Name = "Adicionar" }).ClickAsync();
        var titulo = quadro.Coluna("Fechamento").GetByLabel("Título");
        await titulo.FillAsync("Telhado do");
        var bruno = await QuadroDoGrupoAsync(Pessoa.Bruno);
        await sessao.Contexto.SetOfflineAsync(true);
        await bruno.MoverAsync(Cartao(bruno, 3), "Mover para Negociação");
        await Espera.AteAsync("the move is written", async () => await QuantosAsync("Fechamento") == Cartoes - 1);
        await Expect(Cartao(quadro, 3, "Fechamento")).ToBeVisibleAsync();

        await sessao.Contexto.SetOfflineAsync(false);

        await Expect(Cartao(quadro, 3, "Negociação")).ToBeVisibleAsync();
        await Expect(quadro.Coluna("Fechamento").Locator("[data-parte=quantidade]")).ToHaveTextAsync($"{Cartoes - 1}");
        await Expect(titulo).ToHaveValueAsync("Telhado do");
        await Expect(titulo).ToBeFocusedAsync();
    });

    private async Task<QuadroPagina> QuadroDoGrupoAsync(string email)
    {
        var (_, quadro) = await EntrarAsync(email);
        await IrAoGrupoAsync(quadro);
        return quadro;
    }

    private async Task IrAoGrupoAsync(QuadroPagina quadro)
    {
        await quadro.Pagina.GotoAsync($"/o/aurora/oportunidades?texto={Uri.EscapeDataString(_grupo)}");
        await Expect(quadro.Pagina.GetByRole(AriaRole.Article)).ToHaveCountAsync(Cartoes);
    }

    // A page that is reloaded while its move is on the way gives it up.
    private async Task MoverAteOFimAsync(QuadroPagina quadro, int n, string para)
    {
        await quadro.MoverAsync(Cartao(quadro, n), para);
        await Expect(quadro.Pagina.Locator("#quadro[data-movendo]")).ToHaveCountAsync(0);
    }

    private static async Task RecarregarAsync(QuadroPagina quadro)
    {
        await quadro.Pagina.ReloadAsync();
        await Expect(quadro.Pagina.GetByRole(AriaRole.Article)).ToHaveCountAsync(Cartoes);
    }

    private ILocator Cartao(QuadroPagina quadro, int n, string? etapa = null) =>
        (etapa is null ? quadro.Pagina.Locator("#quadro") : quadro.Coluna(etapa)).GetByRole(AriaRole.Article).Filter(new() { HasText = $"{_grupo} {n}" });

    private static async Task<string> OrdemAsync(QuadroPagina quadro) =>
        string.Join('\n', await quadro.Pagina.Locator(".cartao h3 a").AllTextContentsAsync());

    private Task<string> OrdemGravadaAsync() => Ambiente.Banco.ValorAsync<string>(
        """
        select string_agg(o.titulo, e'\n' order by e.ordem, o.posicao)
        from oportunidades o join etapas e on e.organizacao_id = o.organizacao_id and e.id = o.etapa_id
        where o.titulo like $1 || ' %'
        """, _grupo);

    private Task<long> QuantosAsync(string etapa) => Ambiente.Banco.ValorAsync<long>(
        """
        select count(*) from oportunidades o join etapas e on e.organizacao_id = o.organizacao_id and e.id = o.etapa_id
        where o.titulo like $1 || ' %' and e.nome = $2
        """, _grupo, etapa);

    // Copies of a deal of the demonstration, at the end of the last column, to be found by their words.
    private async Task CriarCartoesAsync() => Assert.Equal(Cartoes, await Ambiente.Banco.ValorAsync<long>(
        """
        with copiadas as (
            insert into oportunidades (organizacao_id, id, titulo, valor, contato_id, etapa_id, posicao, responsavel_id, situacao, na_etapa_desde, criada_em, atualizada_em, busca, tarefas_prontas)
            select o.organizacao_id, gen_random_uuid(), $1 || ' ' || n, o.valor, o.contato_id, o.etapa_id, o.posicao || 'V' || n, o.responsavel_id, 'aberta', o.na_etapa_desde, o.criada_em, o.atualizada_em,
                ' ' || lower($1) || ' ' || n, true
            from oportunidades o
            join etapas e on e.organizacao_id = o.organizacao_id and e.id = o.etapa_id and e.nome = 'Fechamento'
            join organizacoes g on g.id = o.organizacao_id and g.slug = 'aurora'
            cross join generate_series(1, $2) n
            where o.posicao = (select max(u.posicao) from oportunidades u where u.organizacao_id = o.organizacao_id and u.etapa_id = o.etapa_id)
            returning organizacao_id, id, busca),
        termos as (
            insert into termos_de_busca (organizacao_id, termo, tipo, id)
            select organizacao_id, termo, 'oportunidade', id from copiadas, unnest(string_to_array(trim(busca), ' ')) termo)
        select count(*) from copiadas
        """, _grupo, Cartoes));
}
