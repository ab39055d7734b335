using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>Calls made outside that may be several deals', in the tab; and what is left of a call when its facts are forgotten.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class TrazerLigacaoTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds());

    [Fact]
    public async Task A_missed_call_of_a_number_two_contacts_have_is_offered_and_brought_to_one_deal()
    {
        var cena = await CenaAsync();
        var outro = new Contato(cena.Organizacao.Id, "Marina Duas");
        outro.MudarTelefone("11 96000-0001", NumeroDeTelefone.Ler(CenaDeLigacao.Numero));
        await cena.Organizacao.SalvarAsync(outro);
        await new AvisoDaOperadora(_inicio) { Entrada = true, De = "11960000001", Para = "1001", Causa = "NO_ANSWER" }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        await cena.Organizacao.TrabalharAsync(TimeSpan.FromSeconds(61));
        var id = await cena.Organizacao.ComDbAsync(db => db.Ligacoes.Select(l => l.Id).SingleAsync());
        using var cliente = await cena.Pessoa.EntrarAsync();
        var aba = $"/oportunidades/{cena.Oportunidade.Id}/ligacoes";
        Assert.Contains("não atendida", (await cliente.PaginaAsync(aba)).QuerySelector(".oferecidas")!.TextContent, StringComparison.Ordinal);

        var trazida = await ClienteDeTeste.PaginaAsync(await cliente.FormAsync($"{aba}/{id}/trazer"));

        Assert.Null(trazida.QuerySelector(".oferecidas"));
        var item = Assert.Single(trazida.QuerySelectorAll(".ligacao"));
        Assert.Contains("Recebida, fora do CRM", item.TextContent, StringComparison.Ordinal);
        var ligacao = await cena.LerAsync(id);
        Assert.Equal((cena.Oportunidade.Id, cena.Oportunidade.ContatoId), (ligacao.OportunidadeId, ligacao.ContatoId));
        Assert.Contains("Trouxe uma ligação feita fora do CRM · Não atendida", (await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/historico")).Body!.TextContent, StringComparison.Ordinal);

        var deNovo = await cliente.FormAsync($"{aba}/{id}/trazer");
        Assert.True(deNovo.IsSuccessStatusCode);
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.AuditLog.CountAsync(a => a.Acao == Acoes.LigacaoTrazida)));
    }

    [Fact]
    public async Task A_call_keeps_what_its_facts_amounted_to_when_they_are_forgotten()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-500));
        await app.Banco.ExecutarAsync($"update ligacao_eventos set recebido_em = now() - interval '500 days' where ligacao_id = '{id}'");

        await cena.Organizacao.ComServicoAsync<ApagarAntigos>(async apagar => await apagar.ExecutarAsync(cena.Organizacao.Id, 1, CancellationToken.None));
        await cena.Organizacao.ComServicoAsync<ProjetarLigacao>(async (projetar, db) => await projetar.ExecutarAsync(await db.Ligacoes.SingleAsync(l => l.Id == id), CancellationToken.None));

        Assert.Equal(0, await cena.Organizacao.ComDbAsync(db => db.LigacaoEventos.CountAsync(e => e.LigacaoId == id)));
        var ligacao = await cena.LerAsync(id);
        Assert.Equal((StatusDaLigacao.Atendida, 33), (ligacao.Status, ligacao.DuracaoSegundos));
    }

    private async Task<CenaDeLigacao> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        return cena;
    }
}
