using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Notas;

/// <summary>A long timeline: by pages, by parts, and back to a note that is further back than a page.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class HistoricoTests(AplicacaoFixture app)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_hold_every_fact_once_the_latest_first(bool doContato)
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        const int Quantos = (FolhaExtensions.Linhas * 2) + 7;
        await MoverAsync(ana, oportunidade, Quantos);
        var raiz = doContato ? $"/contatos/{oportunidade.ContatoId}" : $"/oportunidades/{oportunidade.Id}";

        var lidos = new List<string>();
        var paginas = 0;
        for (var endereco = $"{raiz}/notas"; endereco is not null; paginas++)
        {
            var pagina = await cliente.PaginaAsync(endereco);
            lidos.AddRange(Fatos(pagina));
            endereco = pagina.QuerySelector("#fatos-mais")?.GetAttribute("href")?[ana.Organizacao.Base.Length..];
        }

        Assert.Equal(3, paginas);
        Assert.Equal(Enumerable.Range(1, Quantos).Select(i => $"Moveu de Novo para {i}"), lidos.Select(l => l.Split(" em ")[0]));
    }

    [Fact]
    public async Task Parts_show_their_own_and_nothing_else()
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var raiz = $"/oportunidades/{oportunidade.Id}";
        await MoverAsync(ana, oportunidade, 6);
        await cliente.FormAsync($"{raiz}/notas", ("Texto", "Pediu proposta."));
        await cliente.FormAsync("/tarefas/criar", ("Tipo", "Outra"), ("Texto", "Mandar a proposta"), ("ResponsavelId", $"{ana.Id}"), ("OportunidadeId", $"{oportunidade.Id}"));
        await new CenaDeLigacao(ana.Organizacao, ana, oportunidade).LigouAsync(DateTimeOffset.UtcNow);

        async Task<List<string>> ParteAsync(string parte) => Fatos(await cliente.PaginaAsync($"{raiz}/notas?parte={parte}"));
        Assert.Equal(["Nota"], await ParteAsync("notas"));
        Assert.Equal(["Criou a tarefa “Mandar a proposta”"], await ParteAsync("tarefas"));
        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"Moveu de Novo para {i}"), await ParteAsync("mudancas"));
        Assert.Equal(8, (await ParteAsync("nada")).Count);
        var tudo = await cliente.PaginaAsync($"{raiz}/notas");
        Assert.Equal(["Tudo"], tudo.QuerySelectorAll(".segmentos [aria-current]").Select(a => a.TextContent));
        Assert.Contains("Nada disso", (await cliente.PaginaAsync($"{raiz}/notas?parte=ligacoes")).Body!.TextContent, StringComparison.Ordinal);

        // What is done to a note there leaves the part.
        var nota = await ana.Organizacao.ComDbAsync(db => db.Notas.Select(n => n.Id).SingleAsync());
        var aberta = await cliente.PaginaAsync($"{raiz}/notas/{nota}?parte=notas");
        Assert.EndsWith("?parte=notas", aberta.QuerySelector(".nota--aberta")!.GetAttribute("action"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_further_back_than_a_page_is_edited_where_it_stands()
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var raiz = $"/oportunidades/{oportunidade.Id}";
        await cliente.FormAsync($"{raiz}/notas", ("Texto", "A primeira."));
        var nota = await ana.Organizacao.ComDbAsync(db => db.Notas.Select(n => n.Id).SingleAsync());
        await app.Banco.ExecutarAsync($"update notas set criada_em = criada_em - interval '9 days' where id = '{nota}'");
        await app.Banco.ExecutarAsync($"update audit_log set ocorrido_em = ocorrido_em - interval '9 days' where entidade_id = '{nota}'");
        await MoverAsync(ana, oportunidade, FolhaExtensions.Linhas + 20);

        Assert.DoesNotContain("A primeira.", (await cliente.PaginaAsync($"{raiz}/notas")).Body!.TextContent, StringComparison.Ordinal);
        var aberta = await cliente.PaginaAsync($"{raiz}/notas/{nota}");
        Assert.Equal("A primeira.", aberta.QuerySelector(".nota--aberta textarea")!.TextContent);
        Assert.Equal(FolhaExtensions.Linhas + 21, Fatos(aberta).Count);

        var vazia = await cliente.FormAsync($"{raiz}/notas/{nota}", ("Texto", ""), ("Visto", "A primeira."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vazia.StatusCode);
        Assert.Single((await ClienteDeTeste.PaginaAsync(vazia)).QuerySelectorAll(".nota--aberta"));
        await cliente.FormAsync($"{raiz}/notas/{nota}", ("Texto", "Mudada."), ("Visto", "A primeira."));
        Assert.Equal("Mudada.", await ana.Organizacao.ComDbAsync(db => db.Notas.Select(n => n.Texto).SingleAsync()));
    }

    [Fact]
    public async Task Note_that_is_taken_out_leaves_the_page_it_stood_on()
    {
        var (ana, oportunidade) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var raiz = $"/oportunidades/{oportunidade.Id}";
        await MoverAsync(ana, oportunidade, FolhaExtensions.Linhas + 20);
        await cliente.FormAsync($"{raiz}/notas", ("Texto", "Engano."));
        var nota = await ana.Organizacao.ComDbAsync(db => db.Notas.Select(n => n.Id).SingleAsync());

        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        var depois = await ClienteDeTeste.PaginaAsync(await cliente.FormAsync($"{raiz}/notas/{nota}/excluir"));

        Assert.Equal(FolhaExtensions.Linhas - 1, Fatos(depois).Count);
        Assert.Contains("Moveu de Novo para 1", Fatos(depois));
    }

    private static List<string> Fatos(IHtmlDocument pagina) =>
        [.. pagina.QuerySelectorAll(".historico__texto > p:first-child").Select(p => string.Join(' ', p.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static Task MoverAsync(PessoaDeTeste ana, Oportunidade oportunidade, int vezes)
    {
        var agora = DateTimeOffset.UtcNow;
        return ana.Organizacao.SalvarAsync(
        [
            .. Enumerable.Range(1, vezes).Select(i => (object)new AuditLog(ana.Organizacao.Id, Acoes.OportunidadeMovida, "oportunidades", oportunidade.Id)
            {
                UsuarioId = ana.Id,
                OportunidadeId = oportunidade.Id,
                OcorridoEm = agora.AddHours(-i),
                Dados = Atividades.Escrever(new OportunidadeMovida { De = "Novo", Para = $"{i}" }),
            }),
        ]);
    }

    private async Task<(PessoaDeTeste Ana, Oportunidade Oportunidade)> CenaAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var ana = await organizacao.PessoaAsync();
        return (ana, await organizacao.OportunidadeAsync(ana));
    }
}
