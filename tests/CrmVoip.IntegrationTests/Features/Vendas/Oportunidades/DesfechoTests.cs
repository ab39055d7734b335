using System.Net;
using System.Text.Json;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;

/// <summary>How a deal ends, and what is edited in place in its details.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class DesfechoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Won_deal_leaves_the_board_and_comes_back_when_it_is_undone()
    {
        var (ana, o, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        cliente.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        cliente.Http.DefaultRequestHeaders.Add("HX-Target", "modal");

        var resposta = await cliente.FormAsync($"/oportunidades/{o.Id}/ganhar");

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        using var gatilho = JsonDocument.Parse(resposta.Headers.GetValues("HX-Trigger").Single());
        var desfazer = gatilho.RootElement.GetProperty("avisar").GetProperty("desfazer").GetString()!;
        Assert.Contains("Ganha em", (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector(".etiqueta--sucesso")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await cliente.PaginaAsync("/oportunidades")).QuerySelectorAll(".cartao"));
        await cliente.FormAsync(desfazer[ana.Organizacao.Base.Length..]);
        Assert.Single((await cliente.PaginaAsync("/oportunidades")).QuerySelectorAll(".cartao"));
        var historico = (await cliente.PaginaAsync($"/oportunidades/{o.Id}/historico")).Body!.TextContent;
        Assert.Contains("Marcou como ganha", historico, StringComparison.Ordinal);
        Assert.Contains("Reabriu", historico, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_deal_asks_for_a_reason_and_tells_it()
    {
        var (ana, o, motivo) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var recusa = await cliente.FormAsync($"/oportunidades/{o.Id}/perder", ("MotivoId", ""), ("Detalhe", "Fechou com outro"));
        var aceita = await cliente.FormAsync($"/oportunidades/{o.Id}/perder", ("MotivoId", motivo.Id.ToString()), ("Detalhe", "Fechou com outro"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, recusa.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(recusa);
        Assert.Contains("Escolha o motivo", pagina.QuerySelector("#MotivoId-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Fechou com outro", pagina.QuerySelector("#Detalhe")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, aceita.StatusCode);
        var detalhe = (await cliente.PaginaAsync($"/oportunidades/{o.Id}")).Body!.TextContent;
        Assert.Contains(": Preço", detalhe, StringComparison.Ordinal);
        Assert.Contains("Fechou com outro", detalhe, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_of_another_organization_is_no_reason()
    {
        var (_, _, alheio) = await CenaAsync();
        var (ana, o, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await cliente.FormAsync($"/oportunidades/{o.Id}/perder", ("MotivoId", alheio.Id.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
    }

    [Fact]
    public async Task Deal_that_has_ended_does_not_end_twice()
    {
        var (ana, o, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        await cliente.FormAsync($"/oportunidades/{o.Id}/ganhar");

        var outra = await cliente.PostAsync($"/oportunidades/{o.Id}/ganhar", new { });

        Assert.Equal(HttpStatusCode.Conflict, outra.StatusCode);
        Assert.Contains("já foi encerrada", (await ClienteDeTeste.LerAsync(outra)).GetProperty("mensagem").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_edited_in_place_is_saved_and_the_card_shows_the_next_step()
    {
        var (ana, o, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await EditarAsync(cliente, o, await VersaoAsync(o), proximoPasso: "Enviar proposta", dia: "2020-01-15");

        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Equal("Salvo", fragmento.QuerySelector(".resumo__salvo")!.TextContent);
        Assert.Contains("Entrou hoje", fragmento.QuerySelector("#oportunidade-topo")!.TextContent, StringComparison.Ordinal);
        Assert.Null(fragmento.QuerySelector("form"));
        var passo = (await cliente.PaginaAsync("/oportunidades")).QuerySelector("[data-prazo]")!;
        Assert.Equal("vencido", passo.GetAttribute("data-prazo"));
        Assert.Equal("15/01/2020 · Enviar proposta", passo.TextContent);
        Assert.Equal("15/01/2020", (await cliente.PaginaAsync($"/oportunidades/{o.Id}")).QuerySelector("#ProximoPassoEm")!.GetAttribute("value"));
        Assert.Contains("Alterou o próximo passo", (await cliente.PaginaAsync($"/oportunidades/{o.Id}/historico")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_edited_in_place_that_somebody_else_changed_meanwhile_is_not_overwritten_in_silence()
    {
        var (ana, o, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();
        var vista = await VersaoAsync(o);
        await EditarAsync(cliente, o, vista, proximoPasso: "De outra pessoa");

        var resposta = await EditarAsync(cliente, o, vista, proximoPasso: "Meu");

        Assert.Equal(HttpStatusCode.Conflict, resposta.StatusCode);
        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Equal("Você, em outra janela, mudou o próximo passo para De outra pessoa.", fragmento.QuerySelector("#ProximoPasso-erro")!.TextContent);
        Assert.Equal("Meu", fragmento.QuerySelector("#ProximoPasso")!.GetAttribute("value"));
        Assert.Equal("De outra pessoa", await ana.Organizacao.ComDbAsync(db => db.Oportunidades.Select(x => x.ProximoPasso).SingleAsync()));
    }

    [Theory]
    [InlineData("doze", "", "Valor", "Digite um valor")]
    [InlineData("10,999", "", "Valor", "Digite um valor")]
    [InlineData("999.999.999.999", "", "Valor", "menos de um bilhão")]
    [InlineData("1,00", "amanhã", "ProximoPassoEm", "Digite a data")]
    [InlineData("1,00", "31/04/2027", "ProximoPassoEm", "Digite a data")]
    public async Task Field_that_is_wrong_says_so_and_keeps_what_was_typed(string valor, string dia, string campo, string mensagem)
    {
        var (ana, o, _) = await CenaAsync();
        using var cliente = await ana.EntrarAsync();

        var resposta = await EditarAsync(cliente, o, await VersaoAsync(o), "Usina", valor, "Ligar", dia);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(mensagem, fragmento.QuerySelector($"#{campo}-erro")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(valor, fragmento.QuerySelector("#Valor")!.GetAttribute("value"));
        Assert.Equal("Ligar", fragmento.QuerySelector("#ProximoPasso")!.GetAttribute("value"));
    }

    private static Task<HttpResponseMessage> EditarAsync(
        ClienteDeTeste cliente, Oportunidade o, uint versao, string titulo = "Usina no telhado", string valor = "12.500,00", string proximoPasso = "", string dia = "") =>
        cliente.FormAsync(
            $"/oportunidades/{o.Id}/resumo",
            ("Titulo", titulo), ("Valor", valor), ("ResponsavelId", o.ResponsavelId.ToString()), ("ProximoPasso", proximoPasso), ("ProximoPassoEm", dia), ("Versao", $"{versao}"));

    private async Task<(PessoaDeTeste Ana, Oportunidade Oportunidade, MotivoDePerda Motivo)> CenaAsync()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var motivo = new MotivoDePerda(ana.Organizacao.Id, "Preço", 1);
        await ana.Organizacao.SalvarAsync(motivo);
        return (ana, await ana.Organizacao.OportunidadeAsync(ana), motivo);
    }

    private async Task<uint> VersaoAsync(Oportunidade oportunidade)
    {
        await using var fonte = Npgsql.NpgsqlDataSource.Create(app.Banco.Superusuario);
        await using var comando = fonte.CreateCommand($"select xmin from oportunidades where id = '{oportunidade.Id}'");
        return (uint)(await comando.ExecuteScalarAsync())!;
    }
}
