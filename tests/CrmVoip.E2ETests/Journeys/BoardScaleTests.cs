using CrmVoip.Domain;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Sessao = CrmVoip.E2ETests.Infra.Sessao;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>A column nobody ever cleaned up.</summary>
public sealed class BoardScaleTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const int Cartoes = 5_000;
    private const int NaPaginaMaximo = 600;

    [Fact]
    public Task A_column_of_five_thousand_is_read_to_its_end_with_few_cards_in_the_page() => ComProvasAsync(async () =>
    {
        var sessao = await ColunaCheiaAsync();
        var pagina = sessao.Pagina;
        var coluna = new QuadroPagina(pagina).Coluna("Novo");
        await Expect(coluna.Locator("[data-parte=quantidade]")).ToHaveTextAsync("5.000");
        await pagina.EvaluateAsync(
            """
            () => {
              const vistos = { ordem: [], vezes: new Map(), maximo: 0 }
              const ver = () => {
                const cartoes = document.querySelectorAll(".coluna .cartao")
                vistos.maximo = Math.max(vistos.maximo, cartoes.length)
                for (const { id } of cartoes) {
                  if (!vistos.vezes.has(id)) vistos.ordem.push(id.slice("oportunidade-".length))
                  vistos.vezes.set(id, (vistos.vezes.get(id) ?? 0) + 1)
                }
              }
              ver()
              new MutationObserver(ver).observe(document.getElementById("quadro"), { childList: true, subtree: true })
              window.vistos = vistos
            }
            """);

        var fim = pagina.WaitForFunctionAsync($"() => window.vistos.ordem.length === {Cartoes}", null, new() { Timeout = 180_000 });
        await RolarAsync(sessao, await coluna.BoundingBoxAsync(), fim);
        await fim;

        Assert.InRange(await pagina.EvaluateAsync<int>("() => window.vistos.maximo"), 100, NaPaginaMaximo);
        var ordem = await Ambiente.Banco.ValorAsync<string>(
            "select string_agg(o.id::text, ' ' order by o.posicao) from oportunidades o join organizacoes g on g.id = o.organizacao_id where g.nome = $1", Nome);
        Assert.Equal(ordem.Split(' '), await pagina.EvaluateAsync<string[]>("() => window.vistos.ordem"));
    });

    // By the protocol: the trace keeps a picture of the whole page for every step of Playwright's own mouse.
    private static async Task RolarAsync(Sessao sessao, LocatorBoundingBoxResult? coluna, Task fim)
    {
        var cdp = await sessao.Contexto.NewCDPSessionAsync(sessao.Pagina);
        while (!fim.IsCompleted)
        {
            await cdp.SendAsync("Input.dispatchMouseEvent", new Dictionary<string, object>
            {
                ["type"] = "mouseWheel",
                ["x"] = coluna!.X + 50,
                ["y"] = coluna.Y + 300,
                ["deltaX"] = 0,
                ["deltaY"] = 2_000,
            });
            await Task.Delay(20);
        }
    }

    private string Nome { get; } = $"Solar Enchente {Guid.NewGuid():N}";

    private async Task<Sessao> ColunaCheiaAsync()
    {
        var sessao = await AbrirAsync();
        var cadastro = new CadastroPagina(sessao.Pagina);
        await cadastro.AbrirAsync();
        await cadastro.PreencherAsync("Rita Lins", $"rita-{Guid.NewGuid():N}@enchente.example", "papagaio-roxo-do-telhado", Nome);
        await cadastro.CriarAsync();
        await Expect(new QuadroPagina(sessao.Pagina).Titulo).ToBeVisibleAsync();
        await CriarAsync(sessao.Pagina);
        var posicoes = Posicao.Sequencia(Cartoes).ToArray();
        Assert.Equal((long)Cartoes - 1, await Ambiente.Banco.ValorAsync<long>(
            """
            with copiadas as (
                insert into oportunidades (organizacao_id, id, titulo, valor, contato_id, etapa_id, posicao, responsavel_id, situacao, na_etapa_desde, criada_em, atualizada_em, busca, tarefas_prontas)
                select o.organizacao_id, gen_random_uuid(), 'Usina ' || s.n, o.valor, o.contato_id, o.etapa_id, s.posicao, o.responsavel_id, o.situacao, o.na_etapa_desde, o.criada_em, o.atualizada_em, o.busca, true
                from oportunidades o
                join organizacoes g on g.id = o.organizacao_id and g.nome = $1
                cross join unnest($2) with ordinality as s(posicao, n)
                where s.posicao > o.posicao
                limit $3
                returning 1)
            select count(*) from copiadas
            """, Nome, posicoes, Cartoes - 1));
        await QuadroAsync(sessao.Pagina);
        return sessao;
    }

    private static async Task CriarAsync(IPage pagina)
    {
        await new QuadroPagina(pagina).Coluna("Novo").GetByRole(AriaRole.Link, new() { Name = "Adicionar" }).ClickAsync();
        var rapida = pagina.GetByRole(AriaRole.Form, new() { Name = "Nova oportunidade" });
        await rapida.GetByLabel("Título").FillAsync("Usina 0");
        await rapida.GetByLabel("Nome do contato").FillAsync("Lívia Prado");
        await rapida.GetByLabel("Telefone").FillAsync("(11) 96000-0001");
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(new QuadroPagina(pagina).Coluna("Novo").GetByRole(AriaRole.Article)).ToBeVisibleAsync();
    }
}
