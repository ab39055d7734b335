using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class AccessibilityTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public void Every_screen_of_the_product_is_looked_at() =>
        Assert.Empty(Telas.Todas.Except(TelasVistas.Fora.Keys).Except(TelasVistas.Dentro.Keys).Except(TelasVistas.EmJornada).Except(TelasVistas.SemTela)
            .Select(tela => $"{tela} is seen by no test of AccessibilityTests: add it to TelasVistas.Dentro, or look at it in a journey."));

    [Fact]
    public Task Barriers_put_into_a_page_are_found() => ComProvasAsync(async () =>
    {
        var pagina = (await AbrirAsync()).Pagina;
        await pagina.GotoAsync("/conta/entrar");
        await pagina.EvaluateAsync(
            """
            () => {
                document.documentElement.removeAttribute("lang")
                document.querySelector("h1").style.color = "silver"
                document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button>")
            }
            """);

        var achadas = (await pagina.BarreirasAsync()).Select(b => b.Id).Order();

        Assert.Equal(["button-name", "color-contrast", "html-has-lang"], achadas);
    });

    [Fact]
    public Task No_page_has_a_barrier_that_axe_knows() => ComProvasAsync(async () =>
    {
        var fora = await AbrirAsync();
        foreach (var caminho in TelasVistas.Fora.Values)
        {
            await VerAsync(fora.Pagina, caminho, status: null);
        }

        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        foreach (var (tela, (caminho, link)) in TelasVistas.Dentro)
        {
            await VerAsync(pagina, link is null ? caminho : await EnderecoAsync(pagina, tela, caminho, link));
        }

        await VerAsync(pagina, $"/oportunidades/{Guid.NewGuid()}", 404);
        await VerAsync(pagina, "/erro/403", 403);
        await VerAsync(pagina, "/erro/500", 500);
    });

    [Fact]
    public Task No_dialog_menu_or_tab_has_a_barrier_that_axe_knows() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Admin);
        var pagina = sessao.Pagina;
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await SemBarreirasAsync(pagina, "details");
        await detalhes.AbrirAbaAsync("Ligações");
        await Expect(detalhes.PrimeiraLigacao).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "calls of an opportunity");
        await detalhes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "corrigir resultado e nota" }).First.ClickAsync();
        await Expect(detalhes.Dialogo.GetByRole(AriaRole.Form, new() { Name = "Corrigir resultado e nota" })).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "correction of a call");
        await detalhes.AbrirAbaAsync("Histórico");
        await Expect(detalhes.PrimeiraLigacao).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "timeline");
        await VerNotaAsync(pagina, detalhes.Dialogo);
        await detalhes.Dialogo.GetByRole(AriaRole.Link, new() { Name = "Marcar como perdida" }).ClickAsync();
        await Expect(detalhes.Dialogo.GetByLabel("Motivo")).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "loss reason");
        await pagina.Keyboard.PressAsync("Escape");

        await pagina.GetByRole(AriaRole.Link, new() { Name = "Nova oportunidade" }).ClickAsync();
        await detalhes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(detalhes.Dialogo.GetByText("Informe o título.")).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "new opportunity, refused");
        await pagina.Keyboard.PressAsync("Escape");

        await pagina.Locator("[data-criar-em]").First.ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Form, new() { Name = "Nova oportunidade" })).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "quick creation");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Cancelar" }).ClickAsync();

        var mover = pagina.GetByRole(AriaRole.Article).First.Locator("[data-mover]");
        await mover.FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(pagina.GetByRole(AriaRole.Menu, new() { Name = "Mover para" })).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "menu of where to move a card");
        await pagina.Keyboard.PressAsync("Escape");

        await pagina.Keyboard.PressAsync("Control+k");
        await pagina.Keyboard.TypeAsync("11960000001");
        await Expect(pagina.GetByRole(AriaRole.Option, new() { Name = "Ligar para (11) 96000-0001" })).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "palette with results");
        await pagina.Keyboard.PressAsync("Escape");

        await pagina.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Conta de" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Group, new() { Name = "Tema" })).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "menu of the account");
        await pagina.Keyboard.PressAsync("Escape");

        await pagina.GetByRole(AriaRole.Searchbox, new() { Name = "Buscar no funil" }).FillAsync("nada que exista");
        await Expect(pagina.GetByText("Nenhuma com este filtro.").First).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "board under a filter that nothing passes");

        await pagina.GotoAsync("/conexoes");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Desconectar" }).ClickAsync();
        await Expect(detalhes.Dialogo).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "confirmation");
    });

    [Fact]
    public Task The_call_window_has_no_barrier_that_axe_knows() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Admin);
        var (janela, _) = await FalarAsync(quadro, "1004");
        await janela.ClicarAsync("Teclado");
        await quadro.BotaoDeLigar(Cliente.NaoAtende).ClickAsync();
        await Expect(sessao.Pagina.GetByText("Você já está em uma ligação.")).ToBeVisibleAsync();
        await SemBarreirasAsync(sessao.Pagina, "call window and toast");
        await janela.DesligarAsync();
        await SemBarreirasAsync(sessao.Pagina, "call window after the call");
    });

    [Fact]
    public Task No_screen_of_members_and_invitations_has_a_barrier_that_axe_knows() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin);
        await sessao.Contexto.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var membros = new MembrosPagina(sessao.Pagina);
        await membros.AbrirAsync();
        await membros.AbrirConviteAsync();
        await SemBarreirasAsync(sessao.Pagina, "invitation form");
        const string email = "barreiras@aurora.example";
        var link = await membros.ConvidarAsync(email, "Gestor");
        await SemBarreirasAsync(sessao.Pagina, "link of an invitation");
        await membros.FecharAsync();
        await SemBarreirasAsync(sessao.Pagina, "members");
        await membros.Linha(email).GetByRole(AriaRole.Link, new() { Name = "Revogar" }).ClickAsync();
        await Expect(membros.Dialogo).ToBeVisibleAsync();
        await SemBarreirasAsync(sessao.Pagina, "taking an invitation back");

        var fora = await AbrirAsync();
        await VerAsync(fora.Pagina, link);
        await VerAsync(sessao.Pagina, link);
        await VerAsync(fora.Pagina, link + "x", status: null);
    });

    [Fact]
    public Task The_whole_main_job_works_without_a_mouse() => ComProvasAsync(async () =>
    {
        var sessao = await AbrirAsync();
        var pagina = sessao.Pagina;
        var quadro = new QuadroPagina(pagina);
        await pagina.GotoAsync("/conta/entrar");
        await EscreverAsync(pagina, pagina.GetByLabel("E-mail"), Pessoa.Ana);
        await EscreverAsync(pagina, pagina.GetByLabel("Senha"), CrmVoip.Hosting.Demonstracao.Elenco.Senha);
        await pagina.Keyboard.PressAsync("Enter");
        await quadro.EsperarAsync();

        await IrAoCartaoAsync(pagina, pagina.GetByRole(AriaRole.Article).Filter(new() { Has = quadro.BotaoDeLigar(Cliente.Atende) }));
        await ApertarAsync(pagina, quadro.BotaoDeLigar(Cliente.Atende));
        var janela = quadro.Janela;
        await janela.EstaAsync("Em ligação");
        await ApertarAsync(pagina, janela.Botao("Mudo"));
        await janela.MudoEstaAsync(true);
        await ApertarAsync(pagina, janela.Botao("Em espera"));
        await janela.EstaAsync("Em espera");
        await ApertarAsync(pagina, janela.Botao("Retomar"));
        await janela.EstaAsync("Em ligação");
        await ApertarAsync(pagina, janela.Botao("Teclado"));
        await pagina.Keyboard.TypeAsync("7");
        var simulada = await Simulador.UnicaAsync("1001", Inicio);
        await Simulador.AteAsync(simulada.Id, "the digit arrived", l => l.Digitos == "7");
        await pagina.Keyboard.PressAsync("Escape");
        await EscreverAsync(pagina, janela.Notas, "Só com o teclado.");
        await ApertarAsync(pagina, janela.Botao("Desligar"), paraTras: true);
        await janela.EstaAsync("Encerrada");
        await ApertarAsync(pagina, janela.Botao("Salvar"));
        await Expect(janela.Janela).ToBeHiddenAsync();

        Assert.Equal("Só com o teclado.", (await ConciliadaAsync(Pessoa.Ana, simulada)).Notas);
    });

    /// <summary>Everything in light, and what depends on colours in dark too.</summary>
    internal static async Task SemBarreirasAsync(IPage pagina, string tela)
    {
        await CoresAsync(pagina, ColorScheme.Light);
        Barreiras.Conferir(tela, await pagina.BarreirasAsync());
        await CoresAsync(pagina, ColorScheme.Dark);
        Barreiras.Conferir($"{tela} in dark", await pagina.BarreirasAsync("color-contrast", "link-in-text-block"));
        await CoresAsync(pagina, ColorScheme.Light);
    }

    // Cards out of sight keep the colours they had until they are drawn: so they are.
    private static async Task CoresAsync(IPage pagina, ColorScheme cores)
    {
        await pagina.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce, ColorScheme = cores });
        await pagina.EvaluateAsync("() => document.querySelectorAll('.cartao').forEach(cartao => { cartao.style.contentVisibility = 'visible' })");
    }

    private static async Task VerNotaAsync(IPage pagina, ILocator onde)
    {
        await onde.GetByLabel("Nova nota").FillAsync("Prefere ser atendida à tarde.");
        await onde.GetByRole(AriaRole.Button, new() { Name = "Salvar nota" }).ClickAsync();
        await onde.GetByRole(AriaRole.Link, new() { Name = "Editar: Prefere" }).First.ClickAsync();
        await Expect(onde.GetByRole(AriaRole.Textbox, new() { Name = "Nota", Exact = true })).ToBeFocusedAsync();
        await SemBarreirasAsync(pagina, "a note being edited");
        await onde.GetByRole(AriaRole.Link, new() { Name = "Cancelar" }).ClickAsync();
        await onde.GetByRole(AriaRole.Button, new() { Name = "Fixar: Prefere" }).First.ClickAsync();
        await Expect(onde.GetByRole(AriaRole.Region, new() { Name = "Notas fixadas" })).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "a pinned note");
    }

    private static async Task VerAsync(IPage pagina, string caminho, int? status = 200)
    {
        var resposta = await pagina.GotoAsync(caminho);
        Assert.True(status is null || resposta!.Status == status, $"{caminho} answered {resposta!.Status}.");
        await SemBarreirasAsync(pagina, caminho);
    }

    // "/oportunidades/{id:guid}/editar", from a link to "/o/aurora/oportunidades/0198…": the id is the link's.
    private static async Task<string> EnderecoAsync(IPage pagina, string tela, string caminho, string link)
    {
        await pagina.GotoAsync(caminho);
        var href = (await pagina.Locator(link).First.GetAttributeAsync("href"))!;
        return tela.Replace("{id:guid}", href.Split('/').Single(parte => Guid.TryParse(parte, out _)), StringComparison.Ordinal);
    }

    private static async Task ApertarAsync(IPage pagina, ILocator alvo, bool paraTras = false)
    {
        await IrAteAsync(pagina, alvo, paraTras);
        await pagina.Keyboard.PressAsync("Enter");
    }

    private static async Task EscreverAsync(IPage pagina, ILocator alvo, string texto)
    {
        await IrAteAsync(pagina, alvo);
        await pagina.Keyboard.TypeAsync(texto);
    }

    // A column is one Tab stop: inside it the arrows go from card to card.
    private static async Task IrAoCartaoAsync(IPage pagina, ILocator cartao)
    {
        await IrAsync("Tab", "c => c.closest('.coluna').contains(document.activeElement?.closest('.cartao') ?? document)");
        await pagina.Keyboard.PressAsync("Home");
        await IrAsync("ArrowDown", "c => c.contains(document.activeElement)");

        async Task IrAsync(string tecla, string chegou)
        {
            for (var passo = 0; !await cartao.EvaluateAsync<bool>(chegou); passo++)
            {
                Assert.True(passo < 100, $"{tecla} never reached the card.");
                await pagina.Keyboard.PressAsync(tecla);
            }
        }
    }

    // A person tabs until the ring is where they want it.
    private static async Task IrAteAsync(IPage pagina, ILocator alvo, bool paraTras = false)
    {
        await Expect(alvo).ToBeEnabledAsync();
        for (var passo = 0; !await alvo.EvaluateAsync<bool>("e => e === document.activeElement"); passo++)
        {
            Assert.True(passo < 400, $"Tab never reached {alvo}.");
            await pagina.Keyboard.PressAsync(paraTras ? "Shift+Tab" : "Tab");
        }
    }
}
