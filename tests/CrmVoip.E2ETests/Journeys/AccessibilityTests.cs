using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class AccessibilityTests(Ambiente ambiente) : Jornada(ambiente)
{
    private static readonly string[] _fora = ["/conta/entrar", "/conta/criar", "/conta/recuperar", $"/conta/redefinir/{Guid.NewGuid()}/vencido"];
    private static readonly string[] _daConta = ["/conta/seguranca", "/conta/seguranca/sair-de-tudo", "/conta/organizacoes", "/conta/organizacoes/criar"];
    private static readonly string[] _secoes = ["Conexões", "Ramais", "Meu ramal"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task No_screen_has_a_barrier_that_axe_knows(ColorScheme tema) => ComProvasAsync(async () =>
    {
        var fora = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(null, tema));
        foreach (var caminho in _fora)
        {
            await fora.Pagina.GotoAsync(caminho);
            await SemBarreirasAsync(fora.Pagina, caminho);
        }

        var (sessao, quadro) = await EntrarAsync(Pessoa.Admin, tema);
        var pagina = sessao.Pagina;
        await SemBarreirasAsync(pagina, "board");
        foreach (var secao in _secoes)
        {
            await pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = secao, Exact = true }).ClickAsync();
            await Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = secao, Level = 1, Exact = true })).ToBeVisibleAsync();
            await SemBarreirasAsync(pagina, secao);
        }

        await QuadroAsync(pagina);
        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await SemBarreirasAsync(pagina, "details");
        await detalhes.AbrirAbaAsync("Ligações");
        await Expect(detalhes.PrimeiraLigacao).ToBeVisibleAsync();
        await SemBarreirasAsync(pagina, "calls of an opportunity");
        await detalhes.FecharAsync();

        var (janela, _) = await FalarAsync(quadro, "1004");
        await janela.ClicarAsync("Teclado");
        await SemBarreirasAsync(pagina, "call window");
        await janela.DesligarAsync();
        await SemBarreirasAsync(pagina, "call window after the call");

        foreach (var caminho in _daConta)
        {
            await pagina.GotoAsync(caminho);
            await SemBarreirasAsync(pagina, caminho);
        }
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task No_screen_of_members_and_invitations_has_a_barrier_that_axe_knows(ColorScheme tema) => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin, tema);
        await sessao.Contexto.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var membros = new MembrosPagina(sessao.Pagina);
        await membros.AbrirAsync();
        await membros.AbrirConviteAsync();
        await SemBarreirasAsync(sessao.Pagina, "invitation form");
        var link = await membros.ConvidarAsync($"{tema}@aurora.example", "Gestor");
        await SemBarreirasAsync(sessao.Pagina, "link of an invitation");
        await membros.FecharAsync();
        await SemBarreirasAsync(sessao.Pagina, "members");

        var fora = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(null, tema));
        await fora.Pagina.GotoAsync(link);
        await SemBarreirasAsync(fora.Pagina, "acceptance");
        await sessao.Pagina.GotoAsync(link);
        await SemBarreirasAsync(sessao.Pagina, "acceptance by somebody else");
        await fora.Pagina.GotoAsync(link + "x");
        await SemBarreirasAsync(fora.Pagina, "invitation without validity");
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

    internal static async Task SemBarreirasAsync(IPage pagina, string tela)
    {
        var resultado = await pagina.RunAxe();
        var barreiras = resultado.Violations.Select(v => $"{v.Id} ({v.Impact}): {string.Join(" | ", v.Nodes.Select(n => n.Html))}");
        Assert.True(resultado.Violations.Length == 0, $"{tela}: {string.Join('\n', barreiras)}");
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
