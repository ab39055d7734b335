using System.Globalization;
using AngleSharp.Dom;
using CrmVoip.IntegrationTests.Infra;
using static CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes.CenaDaLista;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>/ligacoes: the figures above the list.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class NumerosDasLigacoesTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("")]
    [InlineData("?Status=ocupado&Resultado=sem")]
    [InlineData("?Direcao=saida")]
    [InlineData("?Periodo=ontem")]
    public async Task Each_figure_leads_to_exactly_the_calls_it_counts(string consulta)
    {
        var cena = await DiaAsync();
        using var cliente = await cena.Gestor.EntrarAsync();

        var figuras = (await cliente.PaginaAsync("/ligacoes/numeros" + consulta)).QuerySelectorAll(".numeros__item");

        Assert.Equal(7, figuras.Length);
        foreach (var figura in figuras)
        {
            var linhas = await LinhasAsync(cliente, Consulta(cena, figura));
            var (nome, valor) = (figura.QuerySelector(".numeros__nome")!.TextContent, Valor(figura));
            if (nome is not ("Tempo falado" or "Média"))
            {
                Assert.True(int.Parse(valor, CultureInfo.InvariantCulture) == linhas.Count(), $"{nome} of {consulta}: {valor}, and the list has {linhas.Count()}.");
            }
        }
    }

    [Fact]
    public async Task Figures_follow_their_rules()
    {
        var cena = await DiaAsync();
        using var cliente = await cena.Gestor.EntrarAsync();

        var numeros = await cliente.PaginaAsync("/ligacoes/numeros?Status=atendida");

        Assert.Equal(
            ["Ligações 9", "Atendidas 5 56%", "Relevantes 1", "Tempo falado 05:00", "Média 01:00", "Sem resultado 7", "Não retornadas 1"],
            numeros.QuerySelectorAll(".numeros__item").Select(f => Junto(f.TextContent)));
        Assert.Equal(["Atendidas", "Tempo falado", "Média"], numeros.QuerySelectorAll("[aria-current=true] .numeros__nome").Select(f => f.TextContent));
        Assert.All(numeros.QuerySelectorAll(".numeros__item"), f => Assert.NotEqual("", numeros.GetElementById(f.GetAttribute("aria-describedby")!)!.TextContent));
        Assert.Empty(numeros.QuerySelectorAll("[style], [title]"));
    }

    [Fact]
    public async Task Each_person_has_the_own_figures_and_best_hour()
    {
        var cena = await DiaAsync();
        using var cliente = await cena.Gestor.EntrarAsync();

        var linhas = (await cliente.PaginaAsync("/ligacoes/numeros")).QuerySelectorAll(".por-pessoa tbody tr");

        // In the hour of noon six went out and four were answered.
        Assert.Equal(
            [$"{cena.Vendedor.Email} 7 5 71% 1 05:00 01:00 das 12h às 13h (67%)", $"{cena.Gestor.Email} 1 0 0% 0 00:00 — —", "Ninguém atendeu 1 0 0% 0 00:00 — —"],
            linhas.Select(l => Junto(l.TextContent)));
        Assert.Equal(["100", "71"], linhas[0].QuerySelectorAll("rect").Select(r => r.GetAttribute("width")));
    }

    [Fact]
    public async Task A_vendedor_is_told_of_the_own_calls()
    {
        var cena = await DiaAsync();
        using var cliente = await cena.Vendedor.EntrarAsync();

        var numeros = await cliente.PaginaAsync("/ligacoes/numeros");

        Assert.Equal("7", Valor(numeros.QuerySelector(".numeros__item")!));
        Assert.Single(numeros.QuerySelectorAll(".por-pessoa tbody tr"));
    }

    [Fact]
    public async Task A_period_too_long_to_count_is_said_to_be_so()
    {
        var cena = await CriarAsync(app);
        using var cliente = await cena.Gestor.EntrarAsync();

        var numeros = await cliente.PaginaAsync("/ligacoes/numeros?De=01/01/2020");

        Assert.Contains("até 31 dias", numeros.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(numeros.QuerySelectorAll(".numeros__item"));
    }

    [Fact]
    public async Task Calls_that_came_since_the_list_was_drawn_are_told_and_not_put_into_it()
    {
        var cena = await DiaAsync();
        using var cliente = await cena.Gestor.EntrarAsync();
        var endereco = (await cliente.PaginaAsync("/ligacoes?Status=ocupado")).QuerySelector(".numeros")!.GetAttribute("hx-get")![cena.Organizacao.Base.Length..];
        Assert.Null((await cliente.PaginaAsync(endereco)).QuerySelector(".numeros__novas"));

        await cena.FeitaAsync(Agora.AddHours(1));
        Assert.Null((await cliente.PaginaAsync(endereco)).QuerySelector(".numeros__novas"));

        await cena.FeitaAsync(Agora.AddHours(1), status: "ocupado");
        var link = (await cliente.PaginaAsync(endereco)).QuerySelector(".numeros__novas a")!;
        Assert.EndsWith("/ligacoes?Status=ocupado", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    // Six went out at noon, one was answered that came in an hour before, one of the gestor, one of nobody; and one of yesterday.
    private async Task<CenaDaLista> DiaAsync()
    {
        var cena = await CriarAsync(app);
        var (relevante, semAvanco) = (await cena.ResultadoAsync(), await cena.ResultadoAsync("Atendeu, sem avanço"));
        for (var i = 0; i < 4; i++)
        {
            Guid? resultado = i switch { 0 => relevante, 1 => semAvanco, _ => null };
            await cena.FeitaAsync(Agora.AddMinutes(i), status: "atendida", conversa: 60, resultado: resultado);
        }

        await cena.FeitaAsync(Agora.AddMinutes(10), status: "ocupado");
        await cena.FeitaAsync(Agora.AddMinutes(11));
        await cena.RecebidaAsync(Agora.AddHours(-1), cena.Vendedor, status: "atendida", conversa: 60);
        await cena.FeitaAsync(Agora.AddHours(-2), cena.Gestor);
        await cena.RecebidaAsync(Agora.AddMinutes(20), numero: "+5511970004242");
        await cena.FeitaAsync(Agora.AddDays(-1), status: "atendida", conversa: 10);
        return cena;
    }

    private static string Consulta(CenaDaLista cena, IElement figura) => figura.GetAttribute("href")![$"{cena.Organizacao.Base}/ligacoes".Length..];

    private static string Valor(IElement figura) => figura.QuerySelector(".numeros__valor")!.FirstChild!.TextContent.Trim();

    private static string Junto(string texto) => string.Join(' ', texto.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
