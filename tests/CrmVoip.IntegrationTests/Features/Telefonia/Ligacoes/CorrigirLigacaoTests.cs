using System.Net;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using static CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes.CenaDaLista;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>Outcome and note of a call, put right afterwards.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class CorrigirLigacaoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Outcome_and_note_are_corrected_and_the_record_says_from_what_to_what()
    {
        var cena = await CriarAsync(app);
        var (relevante, caixa) = (await cena.ResultadoAsync(), await cena.ResultadoAsync("Caixa postal"));
        var id = await cena.FeitaAsync(Agora, resultado: caixa);
        using var cliente = await cena.Vendedor.EntrarAsync();

        var resposta = await CorrigirAsync(cliente, id, ("ResultadoVisto", $"{caixa}"), ("ResultadoId", $"{relevante}"), ("Nota", "Quer a\r\nproposta"));

        Assert.Equal(HttpStatusCode.OK, resposta.StatusCode);
        var fragmento = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains("Conversa relevante", fragmento.QuerySelector(".anotacao__resultado")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Quer a\nproposta", fragmento.QuerySelector(".anotacao__nota")!.TextContent);
        var ligacao = await cena.Cena.LerAsync(id);
        Assert.Equal((relevante, "Quer a\nproposta"), (ligacao.ResultadoId, ligacao.Notas));
        var corrigida = Assert.Single(await CorrigidasAsync(cena, id));
        Assert.Equal((true, "Caixa postal", "Conversa relevante", MudancaDaNota.Escrita), (corrigida.MudouResultado, corrigida.De, corrigida.Para, corrigida.Nota));
        Assert.DoesNotContain("proposta", Atividades.Escrever(corrigida), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_as_it_was_is_no_correction()
    {
        var cena = await CriarAsync(app);
        var caixa = await cena.ResultadoAsync("Caixa postal");
        var id = await cena.FeitaAsync(Agora, resultado: caixa);
        using var cliente = await cena.Vendedor.EntrarAsync();

        Assert.Equal(HttpStatusCode.OK, (await CorrigirAsync(cliente, id, ("ResultadoVisto", $"{caixa}"), ("ResultadoId", $"{caixa}"), ("Nota", " "))).StatusCode);

        Assert.Empty(await CorrigidasAsync(cena, id));
    }

    [Fact]
    public async Task An_outcome_that_is_pressed_is_saved_and_the_form_stays_for_the_note()
    {
        var cena = await CriarAsync(app);
        var caixa = await cena.ResultadoAsync("Caixa postal");
        var id = await cena.FeitaAsync(Agora);
        using var cliente = await cena.Vendedor.EntrarAsync();

        var fragmento = await ClienteDeTeste.PaginaAsync(await CorrigirAsync(cliente, id, ("ResultadoId", $"{caixa}"), ("Nota", "Voltar"), ("Continuar", "true")));

        Assert.Equal("Salvo", fragmento.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal($"{caixa}", fragmento.QuerySelector("[name=ResultadoId][checked]")!.GetAttribute("value"));
        Assert.Equal($"{caixa}", fragmento.QuerySelector("[name=ResultadoVisto]")!.GetAttribute("value"));
        Assert.Equal("Voltar", fragmento.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_vendedor_corrects_the_own_calls_and_a_gestor_all()
    {
        var cena = await CriarAsync(app);
        var caixa = await cena.ResultadoAsync("Caixa postal");
        var id = await cena.FeitaAsync(Agora);
        using var colega = await (await cena.Organizacao.PessoaAsync()).EntrarAsync();
        using var gestor = await cena.Gestor.EntrarAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await CorrigirAsync(colega, id, ("ResultadoId", $"{caixa}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colega.GetAsync($"/ligacoes/{id}/correcao")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colega.GetAsync($"/ligacoes/{id}/anotacao")).StatusCode);
        Assert.Null((await cena.Cena.LerAsync(id)).ResultadoId);

        Assert.Equal(HttpStatusCode.OK, (await CorrigirAsync(gestor, id, ("ResultadoId", $"{caixa}"))).StatusCode);
        Assert.Equal(caixa, (await cena.Cena.LerAsync(id)).ResultadoId);
    }

    [Fact]
    public async Task The_tab_of_a_deal_offers_to_correct_what_may_be_corrected()
    {
        var cena = await CriarAsync(app);
        var id = await cena.Cena.LigouAsync(Agora);
        using var colega = await (await cena.Organizacao.PessoaAsync()).EntrarAsync();
        using var dona = await cena.Vendedor.EntrarAsync();
        var aba = $"/oportunidades/{cena.Cena.Oportunidade.Id}/ligacoes";

        Assert.EndsWith($"/ligacoes/{id}/correcao", (await dona.PaginaAsync(aba)).QuerySelector(".anotacao__resultado")!.GetAttribute("hx-get"), StringComparison.Ordinal);
        Assert.Null((await colega.PaginaAsync(aba)).QuerySelector(".anotacao__resultado"));
    }

    [Fact]
    public async Task What_the_telephone_said_before_and_delivers_late_does_not_undo_it()
    {
        var cena = await CriarAsync(app);
        var caixa = await cena.ResultadoAsync("Caixa postal");
        var id = await cena.FeitaAsync(Agora);
        using var cliente = await cena.Vendedor.EntrarAsync();
        var antes = DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds();

        await CorrigirAsync(cliente, id, ("ResultadoId", $"{caixa}"), ("Nota", "A certa"));
        await cliente.PutAsync($"/ligacoes/{id}/notas", new { notas = "A velha", resultadoId = (Guid?)null, versao = antes });

        var ligacao = await cena.Cena.LerAsync(id);
        Assert.Equal((caixa, "A certa"), (ligacao.ResultadoId, ligacao.Notas));
    }

    [Fact]
    public async Task What_two_people_changed_is_offered_with_both_values_and_nothing_typed_is_lost()
    {
        var cena = await CriarAsync(app);
        var (relevante, caixa) = (await cena.ResultadoAsync(), await cena.ResultadoAsync("Caixa postal"));
        var id = await cena.FeitaAsync(Agora);
        using var dona = await cena.Vendedor.EntrarAsync();
        using var gestor = await cena.Gestor.EntrarAsync();
        await CorrigirAsync(gestor, id, ("ResultadoId", $"{caixa}"), ("Nota", "A do gestor"));

        var resposta = await CorrigirAsync(dona, id, ("ResultadoId", $"{relevante}"), ("Nota", "A minha"));

        Assert.Equal(HttpStatusCode.Conflict, resposta.StatusCode);
        var form = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Equal("A minha", form.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal($"{relevante}", form.QuerySelector("[name=ResultadoId][checked]")!.GetAttribute("value"));
        Assert.Contains($"{cena.Gestor.Email} mudou o resultado para Caixa postal.", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{cena.Gestor.Email} mudou a nota para “A do gestor”.", form.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("A do gestor", form.QuerySelector("[data-usar]")!.GetAttribute("data-usar"));

        // Sent again as it came back, it is a decision.
        var campos = form.QuerySelectorAll("input[type=hidden]").Select(c => (c.GetAttribute("name")!, c.GetAttribute("value"))).Where(c => c.Item1[0] != '_').ToArray();
        Assert.Equal(HttpStatusCode.OK, (await CorrigirAsync(dona, id, [.. campos, ("ResultadoId", $"{relevante}"), ("Nota", "A minha")])).StatusCode);
        var ligacao = await cena.Cena.LerAsync(id);
        Assert.Equal((relevante, "A minha"), (ligacao.ResultadoId, ligacao.Notas));
    }

    [Fact]
    public async Task What_only_the_other_changed_stays()
    {
        var cena = await CriarAsync(app);
        var caixa = await cena.ResultadoAsync("Caixa postal");
        var id = await cena.FeitaAsync(Agora);
        using var dona = await cena.Vendedor.EntrarAsync();
        using var gestor = await cena.Gestor.EntrarAsync();
        await CorrigirAsync(gestor, id, ("ResultadoId", $"{caixa}"));

        Assert.Equal(HttpStatusCode.OK, (await CorrigirAsync(dona, id, ("Nota", "Só a nota"))).StatusCode);

        var ligacao = await cena.Cena.LerAsync(id);
        Assert.Equal((caixa, "Só a nota"), (ligacao.ResultadoId, ligacao.Notas));
    }

    [Theory]
    [InlineData("Nota", "Use até 10000 caracteres.")]
    [InlineData("ResultadoId", "Escolha um resultado da lista.")]
    public async Task What_cannot_be_is_told_and_kept(string campo, string recusa)
    {
        var cena = await CriarAsync(app);
        var id = await cena.FeitaAsync(Agora);
        using var cliente = await cena.Vendedor.EntrarAsync();
        var longa = new string('x', 10_001);

        var resposta = await CorrigirAsync(cliente, id, campo == "Nota" ? ("Nota", longa) : ("ResultadoId", $"{Guid.NewGuid()}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var form = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(recusa, form.QuerySelectorAll(".campo__erro").Select(e => e.TextContent.Trim()));
        Assert.Equal(campo == "Nota" ? longa : "", form.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task It_is_told_in_the_history_of_the_deal_and_in_the_audit()
    {
        var cena = await CriarAsync(app);
        var caixa = await cena.ResultadoAsync("Caixa postal");
        var id = await cena.Cena.LigouAsync(Agora);
        using var cliente = await cena.Vendedor.EntrarAsync();
        await CorrigirAsync(cliente, id, ("ResultadoId", $"{caixa}"), ("Nota", "Segredo"));

        var historico = await cliente.PaginaAsync($"/oportunidades/{cena.Cena.Oportunidade.Id}/historico");
        Assert.Contains("Corrigiu de uma ligação o resultado de sem resultado para Caixa postal e a nota, que não havia", historico.Body!.TextContent, StringComparison.Ordinal);

        using var admin = await (await cena.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();
        var auditoria = (await admin.PaginaAsync("/auditoria?Assunto=ligacoes")).Body!.TextContent;
        Assert.Contains("Corrigiu de uma ligação o resultado de sem resultado para Caixa postal", auditoria, StringComparison.Ordinal);
        Assert.DoesNotContain("Segredo", auditoria, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> CorrigirAsync(ClienteDeTeste cliente, Guid id, params (string Campo, string? Valor)[] campos) =>
        cliente.FormAsync($"/ligacoes/{id}/correcao", campos);

    private static Task<List<LigacaoCorrigida>> CorrigidasAsync(CenaDaLista cena, Guid id) => cena.Organizacao.ComDbAsync(async db =>
        (await db.AuditLog.Where(a => a.EntidadeId == id && a.Acao == Acoes.LigacaoCorrigida).ToListAsync()).ConvertAll(a => (LigacaoCorrigida)Atividades.Ler(a.Acao, a.Dados)!));
}
