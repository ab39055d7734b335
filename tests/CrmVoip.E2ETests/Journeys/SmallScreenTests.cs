using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>Every screen at 390 by 844; the navigation at its lowest; the sheet of paper.</summary>
public sealed class SmallScreenTests(Ambiente ambiente) : Jornada(ambiente)
{
    private static readonly string[] _fora =
        ["/conta/entrar", "/conta/criar", "/conta/recuperar", $"/conta/redefinir/{Guid.NewGuid()}/vencido", "/erro/404", "/erro/429", "/erro/500", "/erro/503"];

    private static readonly string[] _dentro =
    [
        "/o/aurora/oportunidades/criar", "/o/aurora/conexoes", "/o/aurora/conexoes/api4com", "/o/aurora/conexoes/api4com/desconectar",
        "/o/aurora/ramais/organizacao", "/o/aurora/ramais", "/o/aurora/membros", "/o/aurora/convites/criar", "/o/aurora/auditoria", "/o/aurora/ligacoes?Periodo=mes", "/o/aurora/nada",
        "/conta/seguranca", "/conta/seguranca/sair-de-tudo", "/conta/organizacoes", "/conta/organizacoes/criar",
    ];

    private static readonly string[] _abas = ["Resumo", "Ligações", "Histórico"];

    [Fact]
    public Task Every_page_fits_a_phone_and_every_control_a_finger() => ComProvasAsync(async () =>
    {
        var fora = (await AbrirAsync()).Pagina;
        await fora.SetViewportSizeAsync(390, 844);
        await PercorrerAsync(fora, _fora);

        var (sessao, quadro) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        await pagina.SetViewportSizeAsync(390, 844);
        await Medida.CabeAsync(pagina, "board");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Abrir menu" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Group, new() { Name = "Administração" })).ToBeVisibleAsync();
        await Medida.CabeAsync(pagina, "drawer");
        await pagina.Keyboard.PressAsync("Escape");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Buscar" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Combobox, new() { Name = "Ir para" })).ToBeVisibleAsync();
        await Medida.CabeAsync(pagina, "palette");
        await pagina.Keyboard.PressAsync("Escape");

        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        foreach (var aba in _abas)
        {
            await detalhes.AbrirAbaAsync(aba);
            await Medida.CabeAsync(pagina, aba);
        }

        await PercorrerAsync(pagina, _dentro);
    });

    [Fact]
    public Task Board_on_a_phone_begins_with_a_card_and_keeps_its_filters_behind_one_button() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.SetViewportSizeAsync(390, 844);
        await Expect(pagina.GetByRole(AriaRole.Search)).ToHaveCountAsync(0);
        Assert.True((await pagina.GetByRole(AriaRole.Article).First.BoundingBoxAsync())!.Y < 180);
        var organizacao = pagina.Locator(".topo__organizacao span");
        // While the line is not ready its state stands there in words.
        await Expect(pagina.GetByRole(AriaRole.Link, new() { Name = "Linha pronta" })).ToBeVisibleAsync();
        Assert.Equal(0, await organizacao.EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth"));

        var filtros = pagina.GetByRole(AriaRole.Button, new() { Name = "Filtros" });
        await filtros.ClickAsync();
        await pagina.Keyboard.TypeAsync("padaria");
        await Expect(filtros).ToHaveTextAsync("Filtros (1)");
        await Expect(pagina.GetByRole(AriaRole.Searchbox, new() { Name = "Buscar no funil" })).ToBeFocusedAsync();
        await Expect(filtros).ToHaveAttributeAsync("aria-expanded", "true");
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(filtros).ToBeFocusedAsync();
        await Expect(pagina.GetByRole(AriaRole.Search)).ToHaveCountAsync(0);
        Assert.NotNull(quadro);
    });

    [Fact]
    public Task Navigation_holds_a_dozen_sections_on_a_low_screen_and_in_the_drawer() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        await pagina.EvaluateAsync(
            """
            () => {
              const grupo = document.querySelector(".trilho__grupo")
              while (document.querySelectorAll(".trilho__item").length < 12) {
                grupo.append(grupo.lastElementChild.cloneNode(true))
              }
            }
            """);
        const string Sobra = "() => { const t = document.getElementById('navegacao'); return t.scrollHeight - t.clientHeight }";

        await pagina.SetViewportSizeAsync(1440, 700);
        Assert.Equal(0, await pagina.EvaluateAsync<int>(Sobra));

        await pagina.SetViewportSizeAsync(390, 844);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Abrir menu" }).ClickAsync();
        Assert.Equal(0, await pagina.EvaluateAsync<int>(Sobra));
        await pagina.Locator(".trilho__item").Last.FocusAsync();
        await Expect(pagina.Locator(".trilho__item").Last).ToBeInViewportAsync();
    });

    [Fact]
    public Task Board_on_paper_is_its_columns_side_by_side_in_light_colours() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana, ColorScheme.Dark);
        var pagina = sessao.Pagina;
        await pagina.EmulateMediaAsync(new() { Media = Media.Print });
        await pagina.SetViewportSizeAsync(1032, 700);

        await Expect(pagina.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Expect(quadro.BotaoDeLigar(Cliente.Atende)).ToHaveCountAsync(0);
        var colunas = await pagina.Locator(".coluna").EvaluateAllAsync<double[]>("todas => todas.flatMap((c) => [c.getBoundingClientRect().top, c.getBoundingClientRect().right])");
        Assert.Single(colunas.Where((_, i) => i % 2 == 0).Distinct());
        Assert.True(colunas.Where((_, i) => i % 2 == 1).Max() <= 1032, string.Join(' ', colunas));
        Assert.Equal("light only", await pagina.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"));
        var cortados = await pagina.Locator(".coluna__cartoes").EvaluateAllAsync<int>("todas => todas.filter((c) => getComputedStyle(c).overflowY !== 'visible').length");
        Assert.Equal(0, cortados);
    });

    [Fact]
    public Task Details_on_paper_have_the_telephone_and_nothing_that_says_nothing() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await detalhes.Dialogo.GetByLabel("Próximo passo").FillAsync("");
        await sessao.Pagina.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(detalhes.Dialogo.Locator(".ligar--numero")).ToBeVisibleAsync();
        await Expect(detalhes.Dialogo.GetByLabel("Próximo passo")).ToBeHiddenAsync();
        await Expect(detalhes.Dialogo.GetByLabel("Valor (R$)")).ToBeVisibleAsync();
    });

    private static async Task PercorrerAsync(IPage pagina, IEnumerable<string> caminhos)
    {
        foreach (var caminho in caminhos)
        {
            await pagina.GotoAsync(caminho);
            await Medida.CabeAsync(pagina, caminho);
        }
    }
}
