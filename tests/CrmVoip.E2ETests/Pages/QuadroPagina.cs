using CrmVoip.Hosting.Demonstracao;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Pages;

/// <summary>Who answers how: the demonstration's first contacts carry the simulator's numbers.</summary>
public static class Cliente
{
    public static readonly string Atende = ComNumero("0001");
    public static readonly string NaoAtende = ComNumero("0003");
    public static readonly string Ocupado = ComNumero("0004");
    public static readonly string Recusa = ComNumero("0005");
    public static readonly string CaixaPostal = ComNumero("0006");
    public static readonly string AtendeECai = ComNumero("0007");
    public static readonly string NaoExiste = ComNumero("0008");

    private static string ComNumero(string final) =>
        Elenco.Nomes[Enumerable.Range(0, Elenco.Nomes.Length).First(i => Elenco.Telefone(i) == $"+551196000{final}")];
}

public sealed class QuadroPagina(IPage pagina)
{
    public ILocator Titulo => pagina.GetByRole(AriaRole.Heading, new() { Name = "Funil de vendas", Level = 1 });

    public IPage Pagina => pagina;

    public JanelaDeLigacao Janela => new(pagina);

    public Task EsperarAsync() => Expect(Titulo).ToBeVisibleAsync();

    public ILocator Coluna(string etapa) => pagina.GetByRole(AriaRole.Region, new() { Name = etapa, Exact = true });

    public ILocator BotaoDeLigar(string contato) => pagina.GetByRole(AriaRole.Button, new() { Name = $"Ligar para {contato}", Exact = true });

    public async Task<JanelaDeLigacao> LigarAsync(string contato)
    {
        await BotaoDeLigar(contato).ClickAsync();
        return Janela;
    }

    /// <summary>By keyboard, through the card's menu.</summary>
    public async Task MoverAsync(ILocator cartao, string destino)
    {
        var botao = cartao.GetByRole(AriaRole.Button, new() { Name = "Mover" });
        await botao.FocusAsync();
        await Expect(botao).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Enter");
        var opcao = pagina.GetByRole(AriaRole.Menuitem, new() { Name = destino });
        await Expect(opcao).ToBeVisibleAsync();
        for (var passo = 0; passo < 12 && !await opcao.EvaluateAsync<bool>("e => e === document.activeElement"); passo++)
        {
            await pagina.Keyboard.PressAsync("ArrowDown");
        }

        await Expect(opcao).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(opcao).ToBeHiddenAsync();
    }

    public async Task<DetalhesPagina> AbrirAsync(string contato)
    {
        await pagina.GetByRole(AriaRole.Article)
            .Filter(new() { Has = BotaoDeLigar(contato) })
            .GetByRole(AriaRole.Link)
            .ClickAsync();
        var detalhes = new DetalhesPagina(pagina);
        await detalhes.EsperarAsync();
        return detalhes;
    }
}
