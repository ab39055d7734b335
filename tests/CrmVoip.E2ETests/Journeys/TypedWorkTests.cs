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
