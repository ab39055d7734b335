using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>Links that are made, replaced, chosen and taken back, on the database.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class VinculosTests(AplicacaoFixture app)
{
    private static readonly TimeSpan _espera = TimeSpan.FromSeconds(61);
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-50).ToUnixTimeSeconds());

    [Fact]
    public async Task A_clock_that_becomes_known_later_pairs_what_stayed_open()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio, comecou: true);
        await new AvisoDaOperadora(_inicio.AddMinutes(5).AddSeconds(1)) { Atendida = 5, Fim = 20 }.EnviarAsync(cena);
        await DepoisAsync(cena);
        Assert.Equal(OrigemDoFato.Navegador, (await cena.LerAsync(id)).OrigemStatus);
        Assert.Single(await DeForaAsync(cena), l => l.SubstituidaPor == null);

        var discada = await cena.LigouAsync(_inicio.AddMinutes(45), "+5511960000002", comecou: true);
        await new AvisoDaOperadora(_inicio.AddMinutes(50).AddSeconds(1)) { Para = "011960000002", Atendida = 3, Fim = 36, Tentativa = discada }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        await cena.CasarDeNovoAsync();

        var ligacao = await cena.LerAsync(id);
        Assert.Equal((OrigemDoFato.Webhook, 15), (ligacao.OrigemStatus, ligacao.DuracaoSegundos));
        Assert.Equal((33, 15), (ligacao.Metadata.ConversaNavegador, ligacao.Metadata.ConversaOperadora));
        Assert.All(await DeForaAsync(cena), l => Assert.NotNull(l.SubstituidaPor));
    }

    [Fact]
    public async Task A_person_chooses_for_a_record_that_had_become_a_call_by_itself_and_its_note_goes_along()
    {
        var cena = await CenaAsync();
        await new AvisoDaOperadora(_inicio.AddSeconds(1)) { Atendida = 5, Fim = 37 }.EnviarAsync(cena);
        await DepoisAsync(cena);
        var deFora = Assert.Single(await DeForaAsync(cena));
        var id = await cena.LigouAsync(_inicio);
        var registro = await cena.Organizacao.ComDbAsync(async db =>
        {
            (await db.Ligacoes.SingleAsync(l => l.Id == deFora.Id)).Anotar("Pediu proposta", null, 1);
            var r = await db.RegistrosDoProvedor.SingleAsync();
            r.Duvidar([id]);
            await db.SaveChangesAsync();
            return r.Id;
        });

        Assert.Null(await EscolherAsync(cena, registro, id));

        var nossa = await cena.LerAsync(id);
        Assert.Equal((OrigemDoFato.Webhook, "Pediu proposta"), (nossa.OrigemStatus, nossa.Notas));
        Assert.Equal(id, (await cena.LerAsync(deFora.Id)).SubstituidaPor);
        Assert.Equal("registro_decidido", (await EscolherAsync(cena, registro, id))?.Codigo);
    }

    [Fact]
    public async Task A_record_that_lost_its_call_comes_back_as_the_call_it_was()
    {
        var cena = await CenaAsync();
        await new AvisoDaOperadora(_inicio.AddSeconds(1)) { Atendida = 5, Fim = 37 }.EnviarAsync(cena);
        await DepoisAsync(cena);
        var deFora = Assert.Single(await DeForaAsync(cena));
        await cena.Organizacao.ComDbAsync(async db =>
        {
            (await db.RegistrosDoProvedor.SingleAsync()).Desvincular();
            return await db.SaveChangesAsync();
        });

        await cena.Organizacao.ComServicoAsync<CriarLigacaoDeFora>(async criar => await criar.ExecutarAsync(deFora.RegistroId!.Value, 1, CancellationToken.None));

        Assert.Equal((deFora.Id, 32), (Assert.Single(await DeForaAsync(cena)).Id, (await cena.LerAsync(deFora.Id)).DuracaoSegundos));
        Assert.Equal(deFora.Id, await cena.Organizacao.ComDbAsync(db => db.RegistrosDoProvedor.Select(r => r.LigacaoId).SingleAsync()));
    }

    [Fact]
    public async Task A_record_whose_ramal_is_corrected_leaves_the_call_of_the_other_ramal()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio);
        var aviso = new AvisoDaOperadora(_inicio.AddSeconds(1)) { Atendida = 5, Fim = 37 };
        await aviso.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        Assert.Equal(OrigemDoFato.Webhook, (await cena.LerAsync(id)).OrigemStatus);

        await (aviso with { De = "1002" }).EnviarAsync(cena);
        await DepoisAsync(cena);

        Assert.Equal(OrigemDoFato.Navegador, (await cena.LerAsync(id)).OrigemStatus);
        Assert.Equal("1002", Assert.Single(await DeForaAsync(cena)).Ramal);
    }

    [Fact]
    public async Task Readings_of_one_call_that_arrive_at_once_make_one_record_with_all_of_them()
    {
        var cena = await CenaAsync();
        var provedorId = Guid.NewGuid().ToString();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => cena.Organizacao.ComServicoAsync<AprenderDoProvedor, bool>(aprender => aprender.ExecutarAsync(
            i % 2 == 0 ? FonteDaLeitura.Webhook : FonteDaLeitura.Lista,
            new DadosDaLeitura { ProvedorId = provedorId, De = i % 3 == 0 ? "1001" : "1002", Para = "011960000001", InicioEm = _inicio, FimEm = _inicio.AddSeconds(30), Encerrada = true, Duracao = i, Causa = "NORMAL_CLEARING" },
            DateTimeOffset.UtcNow,
            CancellationToken.None))));

        Assert.Equal((1, 8), await cena.Organizacao.ComDbAsync(async db => (await db.RegistrosDoProvedor.CountAsync(), await db.LeiturasDoProvedor.CountAsync())));
    }

    [Fact]
    public async Task A_record_without_dates_is_found_by_the_end_of_a_long_call()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddHours(-2), dura: 7190);
        await cena.Organizacao.ComServicoAsync<AprenderDoProvedor, bool>(aprender => aprender.ExecutarAsync(
            FonteDaLeitura.Webhook,
            new DadosDaLeitura { ProvedorId = "x", De = "1001", Para = "011960000001", Encerrada = true, Duracao = 7180, Causa = "NORMAL_CLEARING" },
            DateTimeOffset.UtcNow,
            CancellationToken.None));

        Assert.Equal(OrigemDoFato.Webhook, (await cena.LerAsync(id)).OrigemStatus);
    }

    [Fact]
    public async Task A_call_made_outside_whose_readings_are_forgotten_keeps_what_they_amounted_to()
    {
        var cena = await CenaAsync();
        await new AvisoDaOperadora(_inicio) { Atendida = 5, Fim = 37 }.EnviarAsync(cena);
        await DepoisAsync(cena);
        var deFora = Assert.Single(await DeForaAsync(cena));
        await app.Banco.ExecutarAsync($"update leituras_do_provedor set vista_em = now() - interval '500 days' where organizacao_id = '{cena.Organizacao.Id}'");
        await app.Banco.ExecutarAsync($"update eventos_do_provedor set recebido_em = now() - interval '100 days' where organizacao_id = '{cena.Organizacao.Id}'");
        await cena.Organizacao.ComServicoAsync<ApagarAntigos>(async apagar => await apagar.ExecutarAsync(cena.Organizacao.Id, 1, CancellationToken.None));
        Assert.Equal((0, 0), await cena.Organizacao.ComDbAsync(async db => (await db.LeiturasDoProvedor.CountAsync(), await db.EventosDoProvedor.CountAsync())));

        await cena.Organizacao.ComServicoAsync<ProjetarLigacao>(async (projetar, db) => await projetar.ExecutarAsync(await db.Ligacoes.SingleAsync(l => l.Id == deFora.Id), CancellationToken.None));

        Assert.Equal((StatusDaLigacao.Atendida, 32), ((await cena.LerAsync(deFora.Id)).Status, (await cena.LerAsync(deFora.Id)).DuracaoSegundos));
    }

    private static async Task DepoisAsync(CenaDeLigacao cena)
    {
        await cena.Organizacao.TrabalharAsync();
        await cena.Organizacao.TrabalharAsync(_espera);
    }

    private static Task<Recusa?> EscolherAsync(CenaDeLigacao cena, Guid registro, Guid ligacao) =>
        cena.Organizacao.ComServicoAsync<EscolherRegistro, Recusa?>(e => e.ExecutarAsync(registro, ligacao, CancellationToken.None));

    private static Task<List<Ligacao>> DeForaAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(
        db => db.Ligacoes.AsNoTracking().Where(l => l.Origem == OrigemDaLigacao.ForaDoCrm).ToListAsync());

    private async Task<CenaDeLigacao> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        return cena;
    }
}
