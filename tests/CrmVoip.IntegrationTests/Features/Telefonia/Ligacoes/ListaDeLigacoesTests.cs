using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.IntegrationTests.Infra;
using static CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes.CenaDaLista;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>/ligacoes: the list.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ListaDeLigacoesTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Today_newest_first_with_all_that_one_wants_to_know_of_a_call()
    {
        var cena = await CriarAsync(app);
        var comNegocio = await cena.Cena.LigouAsync(Agora, gravacaoUrl: "https://listener.api4com.com/files/listen/abc.mp3");
        var recebida = await cena.RecebidaAsync(Agora.AddMinutes(-5), numero: "+5511970004242");
        await cena.FeitaAsync(Agora.AddDays(-1));
        using var cliente = await cena.Gestor.EntrarAsync();

        var pagina = await cliente.PaginaAsync("/ligacoes");

        Assert.Equal([comNegocio.ToString(), recebida.ToString()], Linhas(pagina));
        var (primeira, segunda) = (pagina.QuerySelectorAll("#lista-de-ligacoes > tr")[0], pagina.QuerySelectorAll("#lista-de-ligacoes > tr")[1]);
        Assert.Contains("12:00, feita", Junto(primeira.TextContent), StringComparison.Ordinal);
        Assert.Contains("00:30", primeira.TextContent, StringComparison.Ordinal);
        Assert.Contains("Atendida", primeira.TextContent, StringComparison.Ordinal);
        Assert.Contains(cena.Vendedor.Email, primeira.TextContent, StringComparison.Ordinal);
        Assert.Equal("Usina no telhado", primeira.QuerySelector("a")!.TextContent);
        Assert.EndsWith($"/oportunidades/{cena.Cena.Oportunidade.Id}", ((IHtmlAnchorElement)primeira.QuerySelector("a")!).PathName, StringComparison.Ordinal);
        Assert.Equal($"{cena.Organizacao.Base}/telefonia/recordings/{comNegocio}", primeira.QuerySelector("audio")!.GetAttribute("src"));
        Assert.Contains("11:55, recebida", Junto(segunda.TextContent), StringComparison.Ordinal);
        Assert.Contains("(11) 97000-4242", segunda.TextContent, StringComparison.Ordinal);
        Assert.Equal("+5511970004242", segunda.QuerySelector("[data-ligar]")!.GetAttribute("data-numero"));
        Assert.DoesNotContain("listener.api4com.com", pagina.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendedor_finds_the_own_calls_and_a_gestor_all()
    {
        var cena = await CriarAsync(app);
        var colega = await cena.Organizacao.PessoaAsync();
        var dela = await cena.FeitaAsync(Agora);
        var doColega = await cena.FeitaAsync(Agora.AddMinutes(-1), colega);
        var deNinguem = await cena.RecebidaAsync(Agora.AddMinutes(-2));
        using var vendedor = await cena.Vendedor.EntrarAsync();
        using var gestor = await cena.Gestor.EntrarAsync();

        Assert.Equal([dela], await LinhasAsync(vendedor));
        Assert.Equal([dela], await LinhasAsync(vendedor, $"?Pessoa={colega.Id}"));
        Assert.Equal([dela, doColega, deNinguem], await LinhasAsync(gestor));
        Assert.Equal([doColega], await LinhasAsync(gestor, $"?Pessoa={colega.Id}"));
        Assert.Equal([deNinguem], await LinhasAsync(gestor, "?Pessoa=ninguem"));
    }

    [Fact]
    public async Task Each_filter_leaves_the_calls_it_names()
    {
        var cena = await CriarAsync(app);
        var relevante = await cena.ResultadoAsync();
        var atendida = await cena.FeitaAsync(Agora, status: "atendida", conversa: 60, resultado: relevante);
        var ocupado = await cena.FeitaAsync(Agora.AddMinutes(-1), status: "ocupado", numero: "+5521988887777");
        var emCurso = await cena.FeitaAsync(Agora.AddMinutes(-2), status: "em_andamento");
        var recebida = await cena.RecebidaAsync(Agora.AddMinutes(-3), cena.Vendedor, numero: "+5531977776666");
        var ontem = await cena.FeitaAsync(Agora.AddDays(-1));
        using var cliente = await cena.Gestor.EntrarAsync();

        Assert.Equal([atendida], await LinhasAsync(cliente, "?Status=atendida"));
        Assert.Equal([atendida], await LinhasAsync(cliente, $"?Resultado={relevante}"));
        Assert.Equal([ocupado, recebida], await LinhasAsync(cliente, "?Resultado=sem"));
        Assert.Equal([atendida, ocupado, emCurso], await LinhasAsync(cliente, "?Direcao=saida"));
        Assert.Equal([recebida], await LinhasAsync(cliente, "?Origem=fora_do_crm"));
        Assert.Equal([recebida], await LinhasAsync(cliente, "?Status=nao_retornada"));
        Assert.Equal([ocupado], await LinhasAsync(cliente, "?Numero=(21)+98888-7777"));
        Assert.Equal([ocupado], await LinhasAsync(cliente, "?Numero=7777"));
        Assert.Empty(await LinhasAsync(cliente, "?Numero=8888"));
        Assert.Equal([ontem], await LinhasAsync(cliente, "?Periodo=ontem"));
        Assert.Equal([atendida, ocupado, emCurso, recebida, ontem], await LinhasAsync(cliente, "?Periodo=7dias"));
        Assert.Equal([ontem], await LinhasAsync(cliente, $"?De={Agora.AddDays(-3):dd/MM/yyyy}&Ate={Agora.AddDays(-1):dd/MM/yyyy}"));
    }

    [Fact]
    public async Task A_call_is_returned_by_one_that_goes_out_later_or_by_one_that_is_answered()
    {
        var cena = await CriarAsync(app);
        var ligadaDeVolta = await cena.RecebidaAsync(Agora.AddMinutes(-50), numero: "+5511970000001");
        await cena.FeitaAsync(Agora.AddMinutes(-40), numero: "+5511970000001");
        var atendidaDepois = await cena.RecebidaAsync(Agora.AddMinutes(-50), numero: "+5511970000002");
        await cena.RecebidaAsync(Agora.AddMinutes(-40), numero: "+5511970000002", status: "atendida", conversa: 5);
        await cena.FeitaAsync(Agora.AddMinutes(-60), numero: "+5511970000003");
        var sohLigadaAntes = await cena.RecebidaAsync(Agora.AddMinutes(-51), numero: "+5511970000003");
        var denovoSemAtender = await cena.RecebidaAsync(Agora.AddMinutes(-30), numero: "+5511970000003");
        await cena.RecebidaAsync(Agora.AddMinutes(-20), numero: "");
        using var cliente = await cena.Gestor.EntrarAsync();

        Assert.Equal([denovoSemAtender, sohLigadaAntes], await LinhasAsync(cliente, "?Status=nao_retornada"));
        Assert.DoesNotContain(ligadaDeVolta, await LinhasAsync(cliente, "?Status=nao_retornada&Periodo=7dias"));
        Assert.DoesNotContain(atendidaDepois, await LinhasAsync(cliente, "?Status=nao_retornada&Periodo=7dias"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition()
    {
        var cena = await CriarAsync(app);
        var feitas = new List<Guid>();
        for (var i = 0; i < 120; i++)
        {
            // Three share each moment: only the id tells them apart.
            feitas.Add(await cena.FeitaAsync(Agora.AddMinutes(-(i / 3))));
        }

        using var cliente = await cena.Vendedor.EntrarAsync();
        var lidas = new List<string?>();
        var endereco = (string?)"/ligacoes?Periodo=7dias";
        while (endereco is not null)
        {
            var pagina = await cliente.PaginaAsync(endereco);
            lidas.AddRange(Linhas(pagina));
            endereco = pagina.QuerySelector("a#lista-de-ligacoes-mais")?.GetAttribute("href")?[cena.Organizacao.Base.Length..];
        }

        Assert.Equal(120, lidas.Count);
        Assert.Equal(feitas.Select(f => f.ToString()).Order(), lidas.Order());
    }

    [Theory]
    [InlineData("?De=ontem", "Informe uma data, como 31/12/2026.")]
    [InlineData("?Status=sumida", "Escolha uma situação da lista.")]
    [InlineData("?Pessoa=3", "Escolha alguém da lista.")]
    public async Task What_cannot_be_asked_is_said_and_kept(string consulta, string recusa)
    {
        var cena = await CriarAsync(app);
        using var cliente = await cena.Gestor.EntrarAsync();
        using var resposta = await cliente.GetAsync("/ligacoes" + consulta);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Contains(recusa, (await ClienteDeTeste.PaginaAsync(resposta)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_calls_it_says_what_to_do_next()
    {
        var cena = await CriarAsync(app);
        using var cliente = await cena.Vendedor.EntrarAsync();

        Assert.Contains("Nenhuma ligação hoje", (await cliente.PaginaAsync("/ligacoes")).Body!.TextContent, StringComparison.Ordinal);
        var filtrada = await cliente.PaginaAsync("/ligacoes?Status=ocupado&Periodo=ontem");
        Assert.Contains("Nenhuma ligação com estes filtros", filtrada.Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/ligacoes?Periodo=ontem", filtrada.QuerySelector(".vazio a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("pelo menos 4 dígitos", (await cliente.PaginaAsync("/ligacoes?Numero=12")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Junto(string texto) => string.Join(' ', texto.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
