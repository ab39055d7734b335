using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>What somebody typed is saved, asked about, or still there.</summary>
public sealed class TypedWorkTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Escape_undoes_the_field_being_edited_and_only_then_closes_the_details() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var envios = Envios(sessao.Pagina);
        var detalhes = await quadro.AbrirAsync(Cliente.Ocupado);
        var titulo = detalhes.Dialogo.GetByLabel("Título");
        var antes = await titulo.InputValueAsync();

        await titulo.FillAsync("Pela metade");
        await titulo.PressAsync("Escape");

        await Expect(titulo).ToHaveValueAsync(antes);
        await Expect(titulo).ToBeFocusedAsync();
        await titulo.PressAsync("Escape");
        await Expect(detalhes.Dialogo).ToBeHiddenAsync();
        await Expect(Cartao(quadro, Cliente.Ocupado).GetByRole(AriaRole.Link)).ToHaveTextAsync(antes);
        await Expect(Cartao(quadro, Cliente.Ocupado).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        Assert.Empty(envios);
    });

    [Fact]
    public Task A_filled_form_in_the_dialog_is_not_closed_without_asking() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var dialogo = await NovaAsync(pagina);
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(dialogo).ToBeHiddenAsync();

        await NovaAsync(pagina);
        var titulo = dialogo.GetByLabel("Título");
        await titulo.FillAsync("Usina do Sítio");
        var pergunta = pagina.GetByRole(AriaRole.Alertdialog, new() { Name = "Descartar o que você digitou?" });
        Func<Task>[] saidas =
        [
            () => pagina.Keyboard.PressAsync("Escape"),
            () => dialogo.GetByRole(AriaRole.Button, new() { Name = "Fechar" }).ClickAsync(),
            () => dialogo.GetByRole(AriaRole.Button, new() { Name = "Cancelar" }).ClickAsync(),
            () => pagina.Mouse.ClickAsync(5, 400),
        ];
        foreach (var sair in saidas)
        {
            await sair();
            await Expect(pergunta.GetByRole(AriaRole.Button, new() { Name = "Continuar editando" })).ToBeFocusedAsync();
            await pagina.Keyboard.PressAsync("Enter");
            await Expect(pergunta).ToBeHiddenAsync();
            await Expect(titulo).ToHaveValueAsync("Usina do Sítio");
        }

        var recarga = new TaskCompletionSource<IDialog>();
        pagina.Dialog += (_, caixa) => recarga.TrySetResult(caixa);
        await pagina.EvaluateAsync("() => { setTimeout(() => location.reload()) }");
        var caixa = await recarga.Task.WaitAsync(Espera.Padrao);
        Assert.Equal("beforeunload", caixa.Type);
        await caixa.DismissAsync();
        await Expect(titulo).ToHaveValueAsync("Usina do Sítio");

        await titulo.PressAsync("Escape");
        await pergunta.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();
        await Expect(dialogo).ToBeHiddenAsync();
        await Expect(pagina.GetByRole(AriaRole.Link, new() { Name = "Nova oportunidade" })).ToBeFocusedAsync();
    });

    [Fact]
    public Task Ctrl_Enter_saves_the_dialogs_form_and_nothing_asks_afterwards() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var dialogo = await NovaAsync(pagina);
        await dialogo.GetByLabel("Título").FillAsync("Usina salva com o teclado");
        await dialogo.GetByLabel("Nome do contato").FillAsync("Contato da usina salva");
        await dialogo.GetByLabel("Nome do contato").PressAsync("Control+Enter");

        await new DetalhesPagina(pagina).EsperarAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(dialogo).ToBeHiddenAsync();
        await Expect(quadro.Coluna("Novo").GetByRole(AriaRole.Link, new() { Name = "Usina salva com o teclado" })).ToBeVisibleAsync();
    });

    private static async Task<ILocator> NovaAsync(IPage pagina)
    {
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Nova oportunidade" }).ClickAsync();
        var dialogo = pagina.GetByRole(AriaRole.Dialog);
        await Expect(dialogo.GetByLabel("Título")).ToBeFocusedAsync();
        return dialogo;
    }

    private static ILocator Cartao(QuadroPagina quadro, string contato) =>
        quadro.Pagina.GetByRole(AriaRole.Article).Filter(new() { Has = quadro.BotaoDeLigar(contato) });

    private static List<string> Envios(IPage pagina)
    {
        List<string> envios = [];
        pagina.Request += (_, pedido) =>
        {
            if (pedido.Method == "POST" && pedido.Url.Contains("/oportunidades/", StringComparison.Ordinal))
            {
                envios.Add(pedido.Url);
            }
        };
        return envios;
    }
}
