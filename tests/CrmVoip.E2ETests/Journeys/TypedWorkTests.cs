using System.Text.RegularExpressions;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using CrmVoip.Hosting.Demonstracao;
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
        var passo = detalhes.Dialogo.GetByLabel("Próximo passo");
        var antes = await passo.InputValueAsync();

        await passo.FillAsync("Pela metade");
        await passo.PressAsync("Escape");

        await Expect(passo).ToHaveValueAsync(antes);
        await Expect(passo).ToBeFocusedAsync();
        await passo.PressAsync("Escape");
        await Expect(detalhes.Dialogo).ToBeHiddenAsync();
        await Expect(Cartao(quadro, Cliente.Ocupado)).Not.ToContainTextAsync("Pela metade");
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

    [Fact]
    public Task A_deal_open_over_the_board_has_an_address_that_Back_Forward_and_a_reload_know() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        await pagina.GetByLabel("Responsável", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Minhas" });
        await Expect(pagina).ToHaveURLAsync(new Regex("responsavel="));
        var doFunil = pagina.Url;
        var (janela, simulada) = await FalarAsync(quadro, "1001");
        var cartao = Cartao(quadro, Cliente.Atende).GetByRole(AriaRole.Link);
        var titulo = await cartao.TextContentAsync();

        var detalhes = await quadro.AbrirAsync(Cliente.Atende);
        await Expect(pagina).ToHaveURLAsync(new Regex("/oportunidades/[0-9a-f-]{36}\\?.*responsavel="));
        await Expect(pagina).ToHaveTitleAsync(new Regex($"^{Regex.Escape(titulo!)} · "));
        var daOportunidade = pagina.Url;

        await pagina.EvaluateAsync("() => { document.getElementById('quadro').dataset.oMesmo = 'sim' }");
        await pagina.GoBackAsync();
        await Expect(detalhes.Dialogo).ToBeHiddenAsync();
        await Expect(cartao).ToBeFocusedAsync();
        await Expect(pagina).ToHaveURLAsync(doFunil);
        await Expect(pagina.Locator("#quadro")).ToHaveAttributeAsync("data-o-mesmo", "sim");
        await janela.EstaAsync("Em ligação");

        await pagina.GoForwardAsync();
        await detalhes.EsperarAsync();
        await Expect(pagina).ToHaveURLAsync(daOportunidade);
        await janela.EstaAsync("Em ligação");

        await detalhes.FecharAsync();
        await Expect(pagina).ToHaveURLAsync(doFunil);
        await Expect(cartao).ToBeFocusedAsync();
        await janela.DesligarAsync();
        await Simulador.EncerradaAsync(simulada.Id);
        await janela.SalvarAsync();

        await quadro.AbrirAsync(Cliente.Atende);
        await Expect(pagina).ToHaveURLAsync(daOportunidade);
        await pagina.ReloadAsync();
        await detalhes.EsperarAsync();
        await Expect(detalhes.Dialogo.GetByRole(AriaRole.Heading, new() { Name = titulo! })).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(detalhes.Dialogo).ToBeHiddenAsync();
        await Expect(pagina).ToHaveURLAsync(doFunil);
        await Expect(cartao).ToBeFocusedAsync();
        await quadro.AbrirAsync(Cliente.Atende);
    });

    [Fact]
    public Task Back_over_a_filled_form_asks_first() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        var pagina = sessao.Pagina;
        var detalhes = await quadro.AbrirAsync(Cliente.Recusa);
        await detalhes.Dialogo.GetByRole(AriaRole.Link, new() { Name = "Editar" }).ClickAsync();
        var valor = detalhes.Dialogo.GetByLabel("Valor (R$)");
        await Expect(detalhes.Dialogo.GetByRole(AriaRole.Heading, new() { Name = "Editar oportunidade" })).ToBeVisibleAsync();
        await valor.FillAsync("123,00");

        await pagina.EvaluateAsync("() => history.back()");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Continuar editando" }).ClickAsync();
        await Expect(valor).ToHaveValueAsync("123,00");
        await Expect(pagina).ToHaveURLAsync(new Regex("sobre=funil"));

        await pagina.EvaluateAsync("() => history.back()");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Descartar" }).ClickAsync();
        await Expect(detalhes.Dialogo).ToBeHiddenAsync();
        await Expect(quadro.Titulo).ToBeVisibleAsync();
        await Expect(pagina).ToHaveURLAsync(new Regex("/oportunidades$"));
    });

    [Fact]
    public Task A_session_that_ended_is_taken_up_over_the_filled_form_which_is_then_saved_once() => ComProvasAsync(async () =>
    {
        // Of its own: its session ends.
        var sessao = await AbrirAsync();
        var pagina = sessao.Pagina;
        await new EntrarPagina(pagina).EntrarAsync(Pessoa.Bruno);
        var quadro = await QuadroAsync(pagina);
        var dialogo = await NovaAsync(pagina);
        await dialogo.GetByLabel("Título").FillAsync("Usina de quem voltou");
        await dialogo.GetByLabel("Nome do contato").FillAsync("Contato de quem voltou");
        await sessao.Contexto.ClearCookiesAsync();
        await dialogo.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();

        var volta = pagina.GetByRole(AriaRole.Dialog, new() { Name = "Sua sessão expirou" });
        await Expect(volta.GetByLabel("Senha", new() { Exact = true })).ToBeFocusedAsync();
        await Expect(volta.GetByLabel("E-mail")).ToHaveValueAsync(Pessoa.Bruno);
        await volta.GetByLabel("Senha", new() { Exact = true }).FillAsync("não é esta, de certeza");
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(volta).ToContainTextAsync("E-mail ou senha não conferem.");
        await AccessibilityTests.SemBarreirasAsync(pagina, "taking up a session that ended, refused");
        await volta.GetByLabel("Senha", new() { Exact = true }).FillAsync(Elenco.Senha);
        await pagina.Keyboard.PressAsync("Enter");

        await new DetalhesPagina(pagina).EsperarAsync();
        await Expect(volta).ToBeHiddenAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(quadro.Coluna("Novo").GetByRole(AriaRole.Link, new() { Name = "Usina de quem voltou" })).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Two_people_who_change_one_field_see_both_values_and_choose() => ComProvasAsync(async () =>
    {
        var (deAna, quadroDeAna) = await EntrarAsync(Pessoa.Ana);
        var (_, quadroDeBruno) = await EntrarAsync(Pessoa.Bruno);
        var deBruno = await quadroDeBruno.AbrirAsync(Cliente.NaoExiste);
        var ana = (await quadroDeAna.AbrirAsync(Cliente.NaoExiste)).Dialogo;
        var bruno = deBruno.Dialogo;
        await bruno.GetByLabel("Valor (R$)").FillAsync("5000");
        await bruno.GetByLabel("Valor (R$)").PressAsync("Enter");
        await Expect(bruno.GetByText("Salvo", new() { Exact = true })).ToBeVisibleAsync();

        await ana.GetByLabel("Valor (R$)").FillAsync("7000");
        await ana.GetByLabel("Valor (R$)").PressAsync("Control+Enter");
        await Expect(ana.GetByText("mudou o valor para R$ 5.000,00.")).ToContainTextAsync("Bruno");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Manter 7.000,00" }).ClickAsync();
        await Expect(ana.GetByText("Salvo", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ana.GetByLabel("Valor (R$)")).ToHaveValueAsync("7.000,00");

        await ana.GetByRole(AriaRole.Link, new() { Name = "Editar" }).ClickAsync();
        await Expect(ana.GetByRole(AriaRole.Heading, new() { Name = "Editar oportunidade" })).ToBeVisibleAsync();
        await bruno.GetByLabel("Valor (R$)").FillAsync("8000");
        await bruno.GetByLabel("Valor (R$)").PressAsync("Enter");
        await bruno.GetByRole(AriaRole.Button, new() { Name = "Manter 8.000,00" }).ClickAsync();
        await Expect(bruno.GetByText("Salvo", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(bruno.GetByLabel("Valor (R$)")).ToHaveValueAsync("8.000,00");

        await ana.GetByLabel("Valor (R$)").FillAsync("9000");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await ana.GetByRole(AriaRole.Button, new() { Name = "Usar 8.000,00" }).ClickAsync();
        await Expect(ana.GetByLabel("Valor (R$)")).ToHaveValueAsync("8.000,00");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(ana.Locator("#resumo").GetByLabel("Valor (R$)")).ToHaveValueAsync("8.000,00");
        await deAna.Pagina.Keyboard.PressAsync("Escape");
        await Expect(ana).ToBeHiddenAsync();
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
