using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class CallWindowTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task A_number_in_no_contact_is_dialled_and_noted_without_the_mouse() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, teclas) = (quadro.Janela, sessao.Pagina.Keyboard);
        await AbrirDiscadorPelaPaletaAsync(sessao.Pagina);
        await Expect(janela.Numero).ToBeFocusedAsync();

        await teclas.TypeAsync("190");
        await teclas.PressAsync("Enter");
        await Expect(janela.Janela.GetByRole(AriaRole.Alert)).ToContainTextAsync("190 é um serviço de emergência ou tarifado");
        await Expect(janela.Numero).ToBeFocusedAsync();
        await Expect(janela.Numero).ToHaveValueAsync("190");

        await janela.Numero.FillAsync("11 96000-0999");
        await teclas.PressAsync("Enter");
        await janela.EstaAsync("Em ligação");
        var simulada = await Simulador.UnicaAsync("1001", Inicio);
        await teclas.PressAsync("m");
        await janela.MudoEstaAsync(true);

        await janela.Botao("Desligar").FocusAsync();
        await teclas.PressAsync("Enter");
        await janela.EstaAsync("Encerrada");
        await Expect(janela.Notas).ToBeFocusedAsync();
        await teclas.TypeAsync("Pediu 2 propostas");
        await teclas.PressAsync("Alt+3");
        await Expect(janela.Resultado("Pediu para ligar depois")).ToBeCheckedAsync();
        await teclas.PressAsync("Control+Enter");
        await Expect(janela.Janela).ToBeHiddenAsync();

        var linha = await ConciliadaAsync(Pessoa.Ana, simulada);
        Assert.Equal("+5511960000999", linha.NumeroDestino);
        Assert.Equal("Pediu para ligar depois", linha.Resultado);
        Assert.Equal("Pediu 2 propostas", linha.Notas);
    });

    [Fact]
    public Task The_window_goes_where_it_is_put_stays_there_and_covers_no_dialog() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var (janela, _) = await FalarAsync(quadro, "1001");

        var topo = (await janela.Contato.BoundingBoxAsync())!;
        await pagina.Mouse.MoveAsync(topo.X + 10, topo.Y + 5);
        await pagina.Mouse.DownAsync();
        await pagina.Mouse.MoveAsync(300, 200, new() { Steps = 5 });
        await pagina.Mouse.UpAsync();
        await FicaAsync(janela, naEsquerda: true);

        await pagina.ReloadAsync();
        await janela.EstaAsync("Encerrada");
        await FicaAsync(janela, naEsquerda: true);
        await quadro.AbrirAsync(Cliente.Ocupado);
        var dialogo = pagina.GetByRole(AriaRole.Dialog);
        await Espera.AteAsync("the dialog stands beside the window", async () =>
            !Sobrepoem((await janela.Janela.BoundingBoxAsync())!, (await dialogo.BoundingBoxAsync())!));

        await janela.ClicarAsync("Mover a janela");
        await janela.ClicarAsync("Mover a janela");
        await janela.Botao("Mover a janela").PressAsync("ArrowRight");
        await FicaAsync(janela, naEsquerda: false);
        await Espera.AteAsync("and on the other side too", async () =>
            !Sobrepoem((await janela.Janela.BoundingBoxAsync())!, (await dialogo.BoundingBoxAsync())!));
    });

    [Fact]
    public Task What_gets_the_focus_is_in_sight_and_the_bar_carries_the_call() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        var coberto = sessao.Pagina.GetByRole(AriaRole.Link, new() { Name = "Adicionar em Fechamento", Exact = true });
        Assert.True(Sobrepoem((await janela.Janela.BoundingBoxAsync())!, (await coberto.BoundingBoxAsync())!));

        await coberto.FocusAsync();
        await Espera.AteAsync("what has the focus is in sight", async () =>
            !Sobrepoem((await janela.Janela.BoundingBoxAsync())!, (await coberto.BoundingBoxAsync())!));

        await janela.ClicarAsync("Minimizar");
        await Expect(janela.Notas).ToBeHiddenAsync();
        await janela.ClicarAsync("Mudo");
        await Simulador.NaoOuveAsync(simulada.Id);
        await janela.DesligarAsync();
        await Expect(janela.Notas).ToBeVisibleAsync();
    });

    private static async Task AbrirDiscadorPelaPaletaAsync(IPage pagina)
    {
        await pagina.Keyboard.PressAsync("Control+k");
        await pagina.Keyboard.TypeAsync("ligar para um");
        await Expect(pagina.GetByRole(AriaRole.Option, new() { Name = "Ligar para um número" })).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("Enter");
    }

    private static Task FicaAsync(JanelaDeLigacao janela, bool naEsquerda) =>
        Espera.AteAsync(naEsquerda ? "the window is at the left" : "the window is at the right", async () =>
        {
            var caixa = (await janela.Janela.BoundingBoxAsync())!;
            return naEsquerda ? caixa.X < 40 : caixa.X > 400;
        });

    private static bool Sobrepoem(LocatorBoundingBoxResult a, LocatorBoundingBoxResult b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
