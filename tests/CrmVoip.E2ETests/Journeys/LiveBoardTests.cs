using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>What a colleague does is on my board while I look at it.</summary>
public sealed class LiveBoardTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Colleagues_move_is_seen_without_a_click_and_leaves_what_is_being_typed() => ComProvasAsync(async () =>
    {
        var (_, ana) = await EntrarAsync(Pessoa.Ana);
        var (_, bruno) = await EntrarAsync(Pessoa.Bruno);
        await ana.Coluna("Fechamento").GetByRole(AriaRole.Link, new() { Name = "Adicionar" }).ClickAsync();
        var titulo = ana.Coluna("Fechamento").GetByLabel("Título");
        await titulo.FillAsync("Telhado do");
        var id = await bruno.Coluna("Novo").GetByRole(AriaRole.Article).First.GetAttributeAsync("id");
        ILocator Cartao(QuadroPagina quadro, string etapa) => quadro.Coluna(etapa).Locator($"[id='{id}']");

        await bruno.MoverAsync(Cartao(bruno, "Novo"), "Mover para Proposta");
        await Expect(Cartao(ana, "Proposta")).ToBeVisibleAsync();

        await bruno.MoverAsync(Cartao(bruno, "Proposta"), "Mover para Novo");
        await Expect(Cartao(ana, "Novo")).ToBeVisibleAsync();
        await Expect(titulo).ToHaveValueAsync("Telhado do");
        await Expect(titulo).ToBeFocusedAsync();
    });

    [Fact]
    public Task Card_says_which_colleague_is_talking_and_when_it_is_over() => ComProvasAsync(async () =>
    {
        var (_, bruno) = await EntrarAsync(Pessoa.Bruno);
        var (_, ana) = await EntrarAsync(Pessoa.Ana);
        var cartao = bruno.Pagina.GetByRole(AriaRole.Article).Filter(new() { Has = bruno.BotaoDeLigar(Cliente.Atende) });

        var (janela, _) = await FalarAsync(ana, "1001");
        await Expect(cartao).ToContainTextAsync("Ana está falando com este contato");
        await Expect(ana.Pagina.GetByText("está falando com este contato")).ToHaveCountAsync(0);

        await janela.DesligarAsync();
        await Expect(cartao).Not.ToContainTextAsync("está falando");
    });
}
