using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>The product as somebody set it up for their eyes, hands and stomach.</summary>
public sealed class AdaptationTests(Ambiente ambiente) : Jornada(ambiente)
{
    private static readonly string[] _paginas = ["/oportunidades", "/oportunidades/criar", "/ramais", "/ramais/organizacao", "/conexoes", "/membros", "/auditoria", "/ligacoes?Periodo=mes"];

    // What runs now, and what would run later.
    private const string Movimentos = """
        () => [...new Set([
          ...document.getAnimations()
            .filter((a) => a.playState === "running" && a.effect.getComputedTiming().activeDuration > 2)
            .map((a) => a.animationName ?? a.transitionProperty),
          ...[...document.querySelectorAll("*")].flatMap((e) => ["", "::before", "::after"].flatMap((parte) => {
            const { animationDuration, transitionDuration } = getComputedStyle(e, parte || null)
            const move = animationDuration.split(",").some((d) => parseFloat(d) > 0.001) || transitionDuration.split(",").some((d) => parseFloat(d) > 0)
            return move ? [`${e.localName}.${e.getAttribute("class")}${parte}`] : []
          })),
        ])]
        """;

    private const string Sobras = """
        () => [document.documentElement, document.getElementById("conteudo"), document.getElementById("modal"), document.getElementById("telefone")]
          .filter((e) => e && e.scrollWidth > e.clientWidth + 1)
          .map((e) => `${e.id || "page"} is ${e.scrollWidth} wide in ${e.clientWidth}`)
        """;

    // WCAG 1.4.12, by a constructed sheet: the policy refuses any other.
    private const string Espacar = """
        () => {
          const folha = new CSSStyleSheet()
          folha.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }")
          document.adoptedStyleSheets = [folha]
        }
        """;

    private const string Cortados = """
        () => [...document.querySelectorAll("button, .botao, .etiqueta, .linha, .coluna__nova, .menu__item")]
          .filter((e) => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
          .map((e) => `${e.getAttribute("class")}: ${e.textContent.trim()}`)
        """;

    // Everything that can hold the focus, one after the other: what of it cannot be seen then, or shows no ring.
    private const string FocosEscondidos = """
        () => [...document.querySelectorAll(".app :is(a[href], button, input:not([type=hidden]), select, [tabindex='0'])")].filter((e) => e.checkVisibility()).flatMap((e) => {
          e.focus()
          const { left, top, width, height } = e.getBoundingClientRect()
          const aVista = [[.5, .5], [.05, .05], [.95, .05], [.05, .95], [.95, .95]].some(([x, y]) => {
            const alvo = document.elementFromPoint(left + width * x, top + height * y)
            return alvo && (e.contains(alvo) || alvo.contains(e))
          })
          const comAnel = [e, e.closest(".cartao")].some((dono) => dono && getComputedStyle(dono).outlineStyle !== "none")
          return aVista && comAnel ? [] : [`${e.localName}.${e.className} ${e.getAttribute("aria-label") ?? e.textContent.trim()} ${aVista ? "has no ring" : "is hidden"}`]
        })
        """;

    [Fact]
    public Task Nothing_moves_for_who_asked_for_less_motion() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        Assert.NotEmpty(await pagina.EvaluateAsync<string[]>(Movimentos));
        // What had begun before it was asked for goes on to its end.
        await pagina.RepousarAsync();
        await pagina.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await ParadoAsync(pagina, "board");
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await ParadoAsync(pagina, "details");
        await detalhes.FecharAsync();
        var (janela, _) = await FalarAsync(quadro, "1001");
        await quadro.BotaoDeLigar(Cliente.NaoAtende).ClickAsync();
        await Expect(pagina.GetByText("Você já está em uma ligação.")).ToBeVisibleAsync();
        await ParadoAsync(pagina, "call window and toast");
        await janela.DesligarAsync();
    });

    [Theory]
    [InlineData(640, 410)]
    [InlineData(320, 640)]
    public Task Every_page_fits_its_width_when_it_is_magnified_and_the_main_job_goes_on(int largura, int altura) => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        await pagina.SetViewportSizeAsync(largura, altura);
        foreach (var caminho in _paginas)
        {
            await pagina.GotoAsync(caminho);
            await CabeAsync(pagina, caminho);
        }

        var quadro = await QuadroAsync(pagina);
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await CabeAsync(pagina, "details");
        await detalhes.FecharAsync();
        var (janela, simulada) = await FalarAsync(quadro, "1004");
        await janela.Notas.FillAsync("Com a tela ampliada.");
        await CabeAsync(pagina, "call window");
        await janela.DesligarAsync();
        await janela.SalvarAsync();
        Assert.Equal("Com a tela ampliada.", (await ConciliadaAsync(Pessoa.Admin, simulada)).Notas);
    });

    [Theory]
    [InlineData(640, 360)]
    [InlineData(720, 450)]
    [InlineData(960, 540)]
    public Task Note_outcomes_and_save_are_in_sight_in_a_low_window(int largura, int altura) => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        await sessao.Pagina.SetViewportSizeAsync(largura, altura);
        var (janela, _) = await FalarAsync(quadro, "1001");
        await janela.DesligarAsync();
        await Expect(janela.Notas).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(janela.Resultado("Não atendeu")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(janela.Botao("Salvar")).ToBeInViewportAsync(new() { Ratio = 1 });
        await janela.SalvarAsync();
    });

    [Fact]
    public Task What_is_pressed_and_where_a_section_ends_is_seen_in_the_systems_colours() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        const string Fundo = "e => getComputedStyle(e).backgroundColor";
        const string Moldura = "e => parseFloat(getComputedStyle(e).borderTopWidth) > 0 && getComputedStyle(e).borderTopStyle !== 'none'";
        Assert.True(await pagina.Locator(".coluna").First.EvaluateAsync<bool>(Moldura));
        var (janela, _) = await FalarAsync(quadro, "1001");
        var mudo = pagina.Locator("[data-acao=mudo]");
        Assert.True(await mudo.EvaluateAsync<bool>(Moldura));
        await pagina.RepousarAsync();
        var solto = await mudo.EvaluateAsync<string>(Fundo);
        await mudo.ClickAsync();
        await Expect(mudo).ToHaveAttributeAsync("aria-pressed", "true");
        await pagina.RepousarAsync();
        Assert.NotEqual(solto, await mudo.EvaluateAsync<string>(Fundo));
        await janela.DesligarAsync();
        await janela.SalvarAsync();
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        Assert.True(await detalhes.Dialogo.EvaluateAsync<bool>(Moldura));
    });

    [Fact]
    public Task Wider_text_is_not_cut_off() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        foreach (var caminho in _paginas)
        {
            await pagina.GotoAsync(caminho);
            await pagina.EvaluateAsync(Espacar);
            Assert.Empty(await pagina.EvaluateAsync<string[]>(Cortados));
        }

        await (await QuadroAsync(pagina)).AbrirAsync(Cliente.Atende);
        await pagina.EvaluateAsync(Espacar);
        Assert.Empty(await pagina.EvaluateAsync<string[]>(Cortados));
    });

    [Fact]
    public Task The_focus_is_seen_wherever_it_goes_also_beside_the_call_window() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var (janela, _) = await FalarAsync(quadro, "1001");
        await pagina.Keyboard.PressAsync("Tab");
        Assert.Empty(await pagina.EvaluateAsync<string[]>(FocosEscondidos));
        await janela.DesligarAsync();
    });

    private static async Task ParadoAsync(IPage pagina, string tela)
    {
        var movimentos = await pagina.EvaluateAsync<string[]>(Movimentos);
        Assert.True(movimentos.Length == 0, $"{tela}: {string.Join(", ", movimentos)}");
    }

    private static async Task CabeAsync(IPage pagina, string tela)
    {
        var sobras = await pagina.EvaluateAsync<string[]>(Sobras);
        Assert.True(sobras.Length == 0, $"{tela}: {string.Join(", ", sobras)}");
    }
}
