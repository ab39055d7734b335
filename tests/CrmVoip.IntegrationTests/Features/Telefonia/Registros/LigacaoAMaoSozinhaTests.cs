using System.Net;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>A call written down by hand is never one that the provider tells of: whatever pairs, sweeps or asks leaves it as it was written.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LigacaoAMaoSozinhaTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds());

    [Fact]
    public async Task A_record_of_the_same_number_and_moment_becomes_a_call_of_its_own()
    {
        var (cena, id) = await CenaAsync();
        await new AvisoDaOperadora(_inicio) { Atendida = 5 }.EnviarAsync(cena);
        await new AvisoDaOperadora(_inicio) { Atendida = 5, Tentativa = id }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        await cena.Organizacao.TrabalharAsync(TimeSpan.FromSeconds(61));
        await cena.CasarDeNovoAsync();

        Igual(await cena.LerAsync(id));
        var registros = await cena.Organizacao.ComDbAsync(db => db.RegistrosDoProvedor.AsNoTracking().ToListAsync());
        Assert.NotEmpty(registros);
        Assert.All(registros, r => Assert.True(r.LigacaoId != id && !r.Candidatas.Contains(id)));
        Assert.All(
            await cena.Organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().Where(l => l.Id != id).ToListAsync()),
            l => Assert.Equal((OrigemDaLigacao.ForaDoCrm, false), (l.Origem, l.AMao)));
    }

    [Fact]
    public async Task It_waits_for_nothing_and_keeps_nobody_from_calling()
    {
        var (cena, id) = await CenaAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();

        await cena.Organizacao.ComServicoAsync<VarrerLigacao>(async varrer => await varrer.ExecutarAsync(id, 1, CancellationToken.None));
        await cena.Organizacao.ComServicoAsync<ProjetarLigacao>(async (projetar, db) => await projetar.ExecutarAsync(await db.Ligacoes.SingleAsync(l => l.Id == id), CancellationToken.None));
        await cena.Organizacao.ComServicoAsync<CasarLigacao>(async casar => await casar.ExecutarAsync(id, 1, CancellationToken.None));

        Igual(await cena.LerAsync(id));
        var fato = new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em = DateTimeOffset.UtcNow } } };
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.PostAsync($"/ligacoes/{id}/eventos", fato)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.PostAsync($"/ligacoes/{id}/batimento", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cliente.GetAsync($"/telefonia/recordings/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await cliente.PostAsync("/ligacoes", new { id = Guid.NewGuid(), numero = CenaDeLigacao.Numero })).StatusCode);
    }

    [Fact]
    public async Task It_is_offered_to_no_deal_and_says_nothing_of_the_provider()
    {
        var (cena, id) = await CenaAsync(comOportunidade: false);
        using var cliente = await cena.Pessoa.EntrarAsync();

        Assert.Null((await cliente.PaginaAsync($"/oportunidades/{cena.Oportunidade.Id}/ligacoes")).QuerySelector(".oferecidas"));
        await cliente.FormAsync($"/oportunidades/{cena.Oportunidade.Id}/ligacoes/{id}/trazer");
        Assert.Null((await cena.LerAsync(id)).OportunidadeId);
        Assert.Equal(0, (await cena.Organizacao.ComDbAsync(db => db.FluxoDoDiaAsync(DateTimeOffset.UtcNow, CancellationToken.None))).Fora);
    }

    [Fact]
    public async Task Outcome_and_note_are_corrected_as_of_any_call()
    {
        var (cena, id) = await CenaAsync();
        using var cliente = await cena.Pessoa.EntrarAsync();

        Assert.Equal(HttpStatusCode.OK, (await cliente.FormAsync($"/ligacoes/{id}/correcao", ("Nota", "Ligar na sexta"))).StatusCode);

        var ligacao = await cena.LerAsync(id);
        Igual(ligacao);
        Assert.Equal("Ligar na sexta", ligacao.Notas);
    }

    private static void Igual(Ligacao ligacao) => Assert.Equal(
        (true, StatusDaLigacao.Atendida, 300, null, null, null, 0),
        (ligacao.AMao, ligacao.Status, ligacao.DuracaoSegundos, ligacao.RegistroId, ligacao.SubstituidaPor, ligacao.ConferirEm, ligacao.ProvedorIds.Length));

    private async Task<(CenaDeLigacao Cena, Guid Id)> CenaAsync(bool comOportunidade = true)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        var quem = new QuemFalou(CenaDeLigacao.Numero, cena.Pessoa.Id, cena.Oportunidade.ContatoId, comOportunidade ? cena.Oportunidade.Id : null);
        var ligacao = Ligacao.EscritaAMao(
            cena.Organizacao.Id, quem, new LigacaoDita(DirecaoDaLigacao.Saida, _inicio, Atendida: true, TimeSpan.FromMinutes(5)), DateTimeOffset.UtcNow);
        await cena.Organizacao.SalvarAsync(ligacao);
        return (cena, ligacao.Id);
    }
}
