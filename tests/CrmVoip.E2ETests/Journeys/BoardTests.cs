using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class BoardTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task A_card_is_dragged_and_stays_where_it_was_dropped() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var cartao = quadro.Coluna("Contato feito").GetByRole(AriaRole.Article).First;
        var titulo = await cartao.GetByRole(AriaRole.Link).First.GetAttributeAsync("href");

        await ArrastarAsync(sessao.Pagina, cartao, quadro.Coluna("Proposta").GetByRole(AriaRole.Article).Nth(1));

        await Expect(quadro.Coluna("Proposta").Locator($"a[href='{titulo}']")).ToBeVisibleAsync();
        await GravadaEmAsync(titulo!, "Proposta");
        await QuadroAsync(sessao.Pagina);
        await Expect(quadro.Coluna("Proposta").Locator($"a[href='{titulo}']")).ToBeVisibleAsync();
        Assert.Empty(sessao.Queixas);
    });

    [Fact]
    public Task A_card_opens_wherever_it_is_pressed_but_on_its_buttons() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Bruno);
        var pagina = sessao.Pagina;
        var cartao = pagina.GetByRole(AriaRole.Article)
            .Filter(new() { Has = pagina.Locator("[data-prazo]") }).Filter(new() { Has = pagina.Locator("[data-ligacao]") }).First;
        await cartao.ScrollIntoViewIfNeededAsync();

        var mudas = await cartao.EvaluateAsync<string[]>(
            """
            (cartao) => [...cartao.querySelectorAll("h3, p, p > :not(i)")].filter((parte) => {
              const { left, top, height } = parte.getBoundingClientRect()
              return document.elementFromPoint(left + 4, top + height / 2) !== cartao.querySelector("h3 a")
            }).map((parte) => parte.outerHTML)
            """);

        Assert.Empty(mudas);
        await Expect(cartao.GetByRole(AriaRole.Button)).ToHaveCountAsync(2);
    });

    [Fact]
    public Task A_card_is_moved_by_keyboard_and_returns_with_a_word_when_the_server_refuses() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var pagina = sessao.Pagina;
        var cartao = quadro.Coluna("Qualificação").GetByRole(AriaRole.Article).First;
        var href = await cartao.GetByRole(AriaRole.Link).First.GetAttributeAsync("href");
        ILocator Em(string etapa) => quadro.Coluna(etapa).Locator($"a[href='{href}']");

        await pagina.RouteAsync("**/posicao*", rota => rota.FulfillAsync(new() { Status = 500 }));
        await quadro.MoverAsync(cartao, "Mover para Negociação");
        await Expect(pagina.GetByText("O cartão voltou para")).ToBeVisibleAsync();
        await Expect(Em("Qualificação")).ToBeVisibleAsync();
        await Expect(cartao.GetByRole(AriaRole.Button, new() { Name = "Mover" })).ToBeFocusedAsync();

        await pagina.UnrouteAsync("**/posicao*");
        await quadro.MoverAsync(cartao, "Mover para Negociação");
        await Expect(Em("Negociação")).ToBeVisibleAsync();
        await GravadaEmAsync(href!, "Negociação");
    });

    [Fact]
    public Task A_deal_is_added_in_place_found_by_the_palette_won_and_brought_back() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var pagina = sessao.Pagina;
        await quadro.Coluna("Novo").GetByRole(AriaRole.Link, new() { Name = "Adicionar" }).ClickAsync();
        var rapida = pagina.GetByRole(AriaRole.Form, new() { Name = "Nova oportunidade" });
        await Expect(rapida.GetByLabel("Título")).ToBeFocusedAsync();
        await rapida.GetByLabel("Título").FillAsync("Carport da Lívia");
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(rapida.GetByText("Informe o nome")).ToBeVisibleAsync();
        await rapida.GetByLabel("Nome do contato").FillAsync("Lívia Prado");
        await pagina.Keyboard.PressAsync("Enter");
        var novo = quadro.Coluna("Novo").GetByRole(AriaRole.Article).Filter(new() { HasText = "Carport da Lívia" });
        await Expect(novo).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("Escape");

        await pagina.Keyboard.PressAsync("Control+k");
        await pagina.Keyboard.TypeAsync("carport");
        await Expect(pagina.GetByRole(AriaRole.Option, new() { Name = "Carport da Lívia" })).ToHaveAttributeAsync("aria-selected", "true");
        await pagina.Keyboard.PressAsync("Enter");
        var detalhes = new DetalhesPagina(pagina);
        await detalhes.EsperarAsync();
        await detalhes.Dialogo.GetByLabel("Próximo passo").FillAsync("Mandar proposta");
        await detalhes.Dialogo.GetByLabel("Valor (R$)").FillAsync("9.900,00");
        await detalhes.Dialogo.GetByLabel("Próximo passo").FocusAsync();
        await Expect(detalhes.Dialogo.GetByText("Salvo")).ToBeVisibleAsync();
        var altura = (await detalhes.Dialogo.BoundingBoxAsync())!.Height;
        foreach (var aba in (string[])["Ligações", "Histórico", "Resumo"])
        {
            await detalhes.AbrirAbaAsync(aba);
            Assert.Equal(altura, (await detalhes.Dialogo.BoundingBoxAsync())!.Height);
        }

        await detalhes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Marcar como ganha" }).ClickAsync();
        await Expect(detalhes.Dialogo.GetByText("Ganha em")).ToBeVisibleAsync();
        await detalhes.FecharAsync();
        await Expect(novo).ToHaveCountAsync(0);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Desfazer" }).ClickAsync();
        await Expect(novo).ToContainTextAsync("Mandar proposta");
        Assert.DoesNotContain(sessao.Queixas, q => !q.Contains("422", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_day_is_typed_as_people_write_it_or_chosen_by_keyboard_in_the_calendar() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var pagina = sessao.Pagina;
        var detalhes = await quadro.AbrirAsync(Cliente.AtendeECai);
        var dia = detalhes.Dialogo.GetByRole(AriaRole.Textbox, new() { Name = "Data" });
        await dia.FillAsync("5/12/2027");
        await detalhes.Dialogo.GetByLabel("Próximo passo").FocusAsync();
        await Expect(dia).ToHaveValueAsync("05/12/2027");
        await Expect(detalhes.Dialogo.GetByText("Salvo")).ToBeVisibleAsync();

        var botao = detalhes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Data: abrir o calendário" });
        await botao.PressAsync("Enter");
        var calendario = pagina.GetByRole(AriaRole.Dialog, new() { Name = "Escolher data" });
        await Expect(calendario.GetByRole(AriaRole.Button, new() { Name = "5 de dezembro", Exact = true })).ToBeFocusedAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "calendar");
        await pagina.Keyboard.PressAsync("ArrowDown");
        await Expect(calendario.GetByRole(AriaRole.Button, new() { Name = "12 de dezembro", Exact = true })).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(calendario).ToBeHiddenAsync();
        await Expect(dia).ToHaveValueAsync("12/12/2027");

        // Also when the focus has not got there yet.
        foreach (var comFoco in (ILocator[])[botao, calendario.GetByRole(AriaRole.Button, new() { Name = "12 de dezembro", Exact = true })])
        {
            await botao.PressAsync("Enter");
            await Expect(calendario).ToBeVisibleAsync();
            await comFoco.FocusAsync();
            await pagina.Keyboard.PressAsync("Escape");
            await Expect(calendario).ToBeHiddenAsync();
            await Expect(detalhes.Dialogo).ToBeVisibleAsync();
        }
    });

    [Fact]
    public Task The_card_after_the_one_that_was_won_has_the_focus_and_the_toast_names_the_deal() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var pagina = sessao.Pagina;
        var cartoes = quadro.Coluna("Contato feito").GetByRole(AriaRole.Article);
        var (ganha, seguinte) = (await cartoes.Nth(0).GetByRole(AriaRole.Link).InnerTextAsync(), await cartoes.Nth(1).GetAttributeAsync("id"));
        await cartoes.Nth(0).GetByRole(AriaRole.Link).PressAsync("Enter");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Marcar como ganha" }).PressAsync("Enter");
        await Expect(pagina.GetByText($"“{ganha}” marcada como ganha.")).ToBeVisibleAsync();
        await Expect(cartoes.First).ToHaveAttributeAsync("id", seguinte!);
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(pagina.Locator($"#{seguinte} h3 a")).ToBeFocusedAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Desfazer" }).ClickAsync();
        await Expect(pagina.GetByText("Desfeito.")).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_filter_narrows_the_board_keeps_the_cursor_and_stands_in_the_address() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var busca = sessao.Pagina.GetByRole(AriaRole.Searchbox, new() { Name = "Buscar no funil" });

        await busca.FocusAsync();
        await sessao.Pagina.Keyboard.TypeAsync("padaria");

        await Expect(sessao.Pagina).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("texto=padaria$"));
        await Expect(busca).ToBeFocusedAsync();
        await Expect(sessao.Pagina.GetByRole(AriaRole.Article).Filter(new() { HasNotText = "Padaria" })).ToHaveCountAsync(0);
        await sessao.Pagina.GetByRole(AriaRole.Link, new() { Name = "Limpar" }).ClickAsync();
        await Expect(sessao.Pagina.GetByRole(AriaRole.Article).Filter(new() { HasNotText = "Padaria" }).First).ToBeVisibleAsync();
        await Expect(quadro.Titulo).ToBeVisibleAsync();
    });

    private Task GravadaEmAsync(string href, string etapa) => Espera.AteAsync($"the deal is in {etapa}", () => Ambiente.Banco.ValorAsync<bool>(
        "select exists (select from oportunidades o join etapas e on e.organizacao_id = o.organizacao_id and e.id = o.etapa_id where o.id = $1 and e.nome = $2)",
        Guid.Parse(href.Split('/')[^1]), etapa));

    private static async Task ArrastarAsync(IPage pagina, ILocator cartao, ILocator sobre)
    {
        var de = (await cartao.BoundingBoxAsync())!;
        var para = (await sobre.BoundingBoxAsync())!;
        await pagina.Mouse.MoveAsync(de.X + 40, de.Y + 20);
        await pagina.Mouse.DownAsync();
        await pagina.Mouse.MoveAsync(de.X + 60, de.Y + 30, new() { Steps = 5 });
        await pagina.Mouse.MoveAsync(para.X + 60, para.Y + 12, new() { Steps = 20 });
        await pagina.Mouse.UpAsync();
    }
}
