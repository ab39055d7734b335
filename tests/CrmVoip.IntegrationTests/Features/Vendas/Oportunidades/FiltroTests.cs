using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>What the board shows of itself: filters in the address, further cards of a column, the last call, a card made in place.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class FiltroTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData("texto=usina 1", new[] { "Usina 1" })]
    [InlineData("texto=2 marina", new[] { "Usina 2" })]
    [InlineData("texto=960000001", new[] { "Usina 1", "Usina 2" })]
    [InlineData("texto=0001 1", new[] { "Usina 1" })]
    [InlineData("texto=marina%40cliente.example", new[] { "Usina 1", "Usina 2" })]
    [InlineData("texto=sina", new string[0])]
    [InlineData("texto=USINA", new[] { "Usina 1", "Usina 2" })]
    [InlineData("texto=padaria", new[] { "Usina 1", "Usina 2" })]
    [InlineData("texto=PAO DA VILA", new[] { "Usina 1", "Usina 2" })]
    [InlineData("texto=100%25", new string[0])]
    [InlineData("texto=_sina", new string[0])]
    [InlineData("parada=true", new[] { "Usina 1", "Usina 2" })]
    public async Task Filter_keeps_what_matches_and_counts_only_that(string consulta, string[] titulos)
    {
        var (ana, _) = await FunilAsync(2);
        using var cliente = await ana.EntrarAsync();

        var pagina = await cliente.PaginaAsync($"/oportunidades?{consulta}");

        Assert.Equal(titulos, pagina.QuerySelectorAll(".cartao h3 a").Select(t => t.TextContent));
        Assert.Equal($"{titulos.Length}", pagina.QuerySelector("[data-parte=quantidade]")!.TextContent);
        Assert.NotNull(pagina.QuerySelector("#filtros a"));
    }

    [Fact]
    public async Task Closed_deals_are_found_by_their_situation_counted_and_kept_where_they_are()
    {
        var (ana, funil) = await FunilAsync(3);
        using var cliente = await ana.EntrarAsync();
        await cliente.FormAsync($"/oportunidades/{funil.Oportunidades[1].Id}/ganhar");

        var ganhas = await cliente.PaginaAsync("/oportunidades?situacao=ganha");

        Assert.Equal("Usina 2", Assert.Single(ganhas.QuerySelectorAll(".cartao h3 a")).TextContent);
        Assert.StartsWith("1 ganha ·", ganhas.QuerySelector(".cabecalho__apoio")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ganha", ganhas.QuerySelector("#filtro-situacao option[selected]")!.GetAttribute("value"));
        Assert.Empty(ganhas.QuerySelectorAll("[data-criar-em]"));
        Assert.Equal("agora", ganhas.QuerySelector("[data-encerrada]")!.TextContent);
        Assert.Empty((await cliente.PaginaAsync("/oportunidades?situacao=perdida")).QuerySelectorAll(".cartao"));
        Assert.Equal(2, (await cliente.PaginaAsync("/oportunidades?situacao=outra")).QuerySelectorAll(".cartao").Length);
    }

    [Fact]
    public async Task Filter_by_owner_shows_the_cards_of_that_person_and_the_board_of_me_first()
    {
        var (ana, funil) = await FunilAsync(2);
        var bruno = await funil.Organizacao.PessoaAsync();
        using var cliente = await bruno.EntrarAsync();

        Assert.Empty((await cliente.PaginaAsync($"/oportunidades?responsavel={bruno.Id}")).QuerySelectorAll(".cartao"));
        var pagina = await cliente.PaginaAsync($"/oportunidades?responsavel={ana.Id}");

        Assert.Equal(2, pagina.QuerySelectorAll(".cartao").Length);
        var opcoes = pagina.QuerySelectorAll("#filtro-responsavel option");
        Assert.Equal("Minhas", opcoes[1].TextContent);
        Assert.Equal(ana.Id.ToString(), pagina.QuerySelector("#filtro-responsavel option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Column_gives_its_further_cards_after_a_position_without_gap_or_repeat()
    {
        var (ana, funil) = await FunilAsync(120);
        using var cliente = await ana.EntrarAsync();
        var lidos = new List<string>();
        var pagina = await cliente.PaginaAsync("/oportunidades?parada=true");

        for (var mais = pagina.QuerySelector("[data-mais]"); ; mais = pagina.QuerySelector("[data-mais]"))
        {
            lidos.AddRange(pagina.QuerySelectorAll(".cartao h3 a").Select(t => t.TextContent));
            if (mais is null)
            {
                break;
            }

            Assert.Contains("parada=true", mais.GetAttribute("href"), StringComparison.Ordinal);
            pagina = await cliente.PaginaAsync(mais.GetAttribute("href")![funil.Organizacao.Base.Length..]);
        }

        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"Usina {i}"), lidos);
    }

    [Fact]
    public async Task Further_cards_of_another_organizations_stage_do_not_exist()
    {
        var (_, alheio) = await FunilAsync(60);
        var (ana, _) = await FunilAsync(1);
        using var cliente = await ana.EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await cliente.GetAsync($"/oportunidades/etapas/{alheio.Novo.Id}/cartoes")).StatusCode);
    }

    [Fact]
    public async Task Card_names_the_colleague_who_is_on_the_telephone_while_the_call_gives_signs_of_life()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        var agora = DateTimeOffset.UtcNow;
        var ligacao = new Ligacao(cena.Organizacao.Id, Guid.NewGuid(), cena.Pessoa.Id, CenaDeLigacao.Numero, "1001", agora)
        {
            SipDomain = SimuladorDeTeste.Dominio,
            OportunidadeId = cena.Oportunidade.Id,
        };
        await cena.Organizacao.SalvarAsync(ligacao);
        using var colega = await (await cena.Organizacao.PessoaAsync()).EntrarAsync();
        using var quemLiga = await cena.Pessoa.EntrarAsync();
        async Task<string> NoCartaoAsync(ClienteDeTeste cliente) => (await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligacao]")!.TextContent;

        Assert.EndsWith("está ligando para este contato", await NoCartaoAsync(colega), StringComparison.Ordinal);
        Assert.DoesNotContain("este contato", await NoCartaoAsync(quemLiga), StringComparison.Ordinal);

        await cena.Organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.Id == ligacao.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.AtendidaEm, agora)));
        Assert.EndsWith("está falando com este contato", await NoCartaoAsync(colega), StringComparison.Ordinal);

        await cena.Organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.Id == ligacao.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.UltimoSinalEm, agora.AddMinutes(-1))));
        Assert.DoesNotContain("este contato", await NoCartaoAsync(colega), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_tells_its_last_call_by_the_outcome_or_else_by_what_the_line_did()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.LigouAsync(DateTimeOffset.UtcNow.AddHours(-3));
        var ultima = await cena.LigouAsync(DateTimeOffset.UtcNow.AddMinutes(-10));
        using var cliente = await cena.Pessoa.EntrarAsync();

        var antes = (await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligacao]")!.TextContent;
        await cena.Organizacao.ComDbAsync(async db =>
        {
            var resultado = new ResultadoDeLigacao(cena.Organizacao.Id, "Conversa relevante", 9);
            db.Add(resultado);
            (await db.Ligacoes.FindAsync(cena.Organizacao.Id, ultima))!.Anotar("oi", resultado.Id, 1);
            return await db.SaveChangesAsync();
        });
        var depois = (await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligacao]")!.TextContent;

        Assert.Matches("Atendida · há (9|10) min", antes);
        Assert.Matches("Conversa relevante · há (9|10) min", depois);
    }

    [Fact]
    public async Task Card_made_at_the_foot_of_a_column_stands_on_top_of_it_and_the_form_is_ready_for_the_next()
    {
        var (ana, funil) = await FunilAsync(1);
        using var cliente = await ana.EntrarAsync();

        var resposta = await CriarAsync(cliente, funil.Proposta, ana, "Telhado novo", "Rita Lins", "(11) 96000-0002");

        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Equal("", fragmento.QuerySelector("#rapida-Titulo")!.GetAttribute("value") ?? "");
        Assert.Equal("Telhado novo", fragmento.QuerySelector("[hx-swap-oob] .cartao h3 a")!.TextContent);
        var coluna = (await cliente.PaginaAsync("/oportunidades")).QuerySelectorAll(".coluna")[1];
        Assert.Equal("Telhado novo", coluna.QuerySelector(".cartao h3 a")!.TextContent);
        Assert.Equal("+5511960000002", coluna.QuerySelector("[data-ligar]")!.GetAttribute("data-ligar"));
    }

    [Fact]
    public async Task Card_made_while_a_filter_hides_it_is_counted_by_the_filter_and_said_to_be_hidden()
    {
        var (ana, funil) = await FunilAsync(2);
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync(
            "/oportunidades/rapida?texto=usina+1",
            ("EtapaId", funil.Novo.Id.ToString()), ("ResponsavelId", ana.Id.ToString()), ("Titulo", "Telhado"), ("ContatoNome", "Rita Lins"));

        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Empty(fragmento.QuerySelectorAll(".cartao"));
        Assert.Equal("1", fragmento.QuerySelector("[hx-swap-oob*=quantidade]")!.TextContent);
        Assert.EndsWith("/oportunidades/rapida?texto=usina%201", fragmento.QuerySelector("form")!.GetAttribute("hx-post"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_nobody_can_read_moves_no_card()
    {
        var (ana, funil) = await FunilAsync(2);
        using var cliente = await ana.EntrarAsync();
        var o = funil.Oportunidades[0];

        var resposta = await cliente.PostAsync(
            $"/oportunidades/{o.Id}/posicao?responsavel=abc",
            new { etapaId = funil.Proposta.Id, etapaVista = o.EtapaId, posicaoVista = o.Posicao });

        Assert.Equal(HttpStatusCode.BadRequest, resposta.StatusCode);
    }

    [Theory]
    [InlineData("/oportunidades?texto=%00")]
    [InlineData("/oportunidades/etapas/{0}/cartoes?depois=%00")]
    public async Task Text_that_the_database_cannot_hold_is_searched_without_it(string caminho)
    {
        var (ana, funil) = await FunilAsync(1);
        using var cliente = await ana.EntrarAsync();

        Assert.Equal("Usina 1", Assert.Single((await cliente.PaginaAsync(caminho.Replace("{0}", $"{funil.Novo.Id}", StringComparison.Ordinal))).QuerySelectorAll(".cartao h3 a")).TextContent);
    }

    [Fact]
    public async Task Card_that_lacks_something_says_so_at_the_field_and_keeps_what_was_typed()
    {
        var (ana, funil) = await FunilAsync(1);
        using var cliente = await ana.EntrarAsync();

        var resposta = await CriarAsync(cliente, funil.Proposta, ana, "", "Rita Lins", "12");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains("Informe o título", fragmento.QuerySelector("#rapida-Titulo-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Confira o telefone", fragmento.QuerySelector("#rapida-ContatoTelefone-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rita Lins", fragmento.QuerySelector("#rapida-ContatoNome")!.GetAttribute("value"));
        Assert.Equal("12", fragmento.QuerySelector("#rapida-ContatoTelefone")!.GetAttribute("value"));
    }

    private static Task<HttpResponseMessage> CriarAsync(ClienteDeTeste cliente, Etapa etapa, PessoaDeTeste quem, string titulo, string nome, string telefone) =>
        cliente.FormAsync(
            "/oportunidades/rapida",
            ("EtapaId", etapa.Id.ToString()), ("ResponsavelId", quem.Id.ToString()), ("Titulo", titulo), ("ContatoNome", nome), ("ContatoTelefone", telefone));

    private async Task<(PessoaDeTeste Ana, FunilDeTeste Funil)> FunilAsync(int quantidade)
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (ana, await FunilDeTeste.CriarAsync(ana, quantidade));
    }
}
