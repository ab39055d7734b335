using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>What the provider's list teaches our calls. The simulator's list carries no id the browser knows.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ReconciliacaoTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-20).ToUnixTimeSeconds());
    private static int _ultimoNumero = 61_000_000;

    [Fact]
    public async Task Call_learns_its_end_duration_recording_and_price()
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var id = await cena.LigouAsync(_inicio.AddSeconds(2), $"+55{numero}");
        var registro = simulador.Ligou($"0{numero}", _inicio, gravacao: [1, 2, 3]);

        await ConferirAsync(cena, id);

        var ligacao = await cena.LerAsync(id);
        Assert.Equal((StatusDaLigacao.Atendida, 30, "NORMAL_CLEARING"), (ligacao.Status, ligacao.DuracaoSegundos, ligacao.CausaDesligamento));
        Assert.Equal(registro.Fim, ligacao.FimEm);
        Assert.Equal(registro.AtendidaEm, ligacao.AtendidaEm);
        Assert.Equal([registro.Id.ToString()], ligacao.ProvedorIds);
        Assert.Equal($"{simulador.Raiz}/files/listen/{registro.Id}.wav", ligacao.GravacaoUrl);
        Assert.Equal(0.38m, ligacao.Metadata.Preco);
        Assert.Equal("551140000000", ligacao.Metadata.Bina);
        Assert.Null(ligacao.ConferirEm);
    }

    [Theory]
    [InlineData("NO_ANSWER", "no_answer", StatusDaLigacao.NaoAtendida)]
    [InlineData("NUMBER_CHANGED", "rejected", StatusDaLigacao.CaixaPostal)]
    [InlineData("UNALLOCATED_NUMBER", "not_found", StatusDaLigacao.Falha)]
    public async Task Call_nobody_answered_is_what_its_cause_says_and_is_not_asked_about_again(string causa, string visto, StatusDaLigacao status)
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var id = await cena.LigouAsync(_inicio, $"+55{numero}", semAtender: visto);
        simulador.Ligou($"0{numero}", _inicio, conversa: null, causa: causa);

        await ConferirAsync(cena, id);

        var ligacao = await cena.LerAsync(id);
        Assert.Equal((status, 0, null), (ligacao.Status, ligacao.DuracaoSegundos, ligacao.ConferirEm));
    }

    [Fact]
    public async Task Two_calls_to_one_number_learn_each_from_its_own_row()
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var primeira = await cena.LigouAsync(_inicio, $"+55{numero}");
        var segunda = await cena.LigouAsync(_inicio.AddMinutes(4), $"+55{numero}");
        var deLa1 = simulador.Ligou(numero, _inicio.AddSeconds(1), conversa: 29);
        var deLa2 = simulador.Ligou(numero, _inicio.AddMinutes(4).AddSeconds(1), conversa: 30);

        await ConferirAsync(cena, primeira, segunda);

        Assert.Equal([deLa1.Id.ToString()], (await cena.LerAsync(primeira)).ProvedorIds);
        Assert.Equal([deLa2.Id.ToString()], (await cena.LerAsync(segunda)).ProvedorIds);
    }

    [Fact]
    public async Task Recording_that_is_not_there_yet_is_looked_for_again_and_then_no_more()
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var id = await cena.LigouAsync(_inicio, $"+55{numero}");
        simulador.Ligou(numero, _inicio);
        var proximas = new List<double>();
        for (var vez = 0; vez < 5; vez++)
        {
            await ConferirAsync(cena, id);
            var ligacao = await cena.LerAsync(id);
            proximas.Add(ligacao.ConferirEm is { } em ? Math.Round((em - DateTimeOffset.UtcNow).TotalMinutes) : 0);
        }

        Assert.Equal([2, 5, 15, 60, 0], proximas);
    }

    [Fact]
    public async Task Reading_the_same_list_again_changes_nothing()
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var id = await cena.LigouAsync(_inicio, $"+55{numero}");
        simulador.Ligou(numero, _inicio, gravacao: [1]);
        await ConferirAsync(cena, id);
        var antes = await FatosAsync(cena, id);

        await ConferirAsync(cena, id);
        Assert.Equal(antes, await FatosAsync(cena, id));
        Assert.Equal(1, await cena.Organizacao.ComDbAsync(db => db.LeiturasDoProvedor.CountAsync(l => db.RegistrosDoProvedor.Any(r => r.Id == l.RegistroId && r.LigacaoId == id))));
    }

    [Fact]
    public async Task Token_that_stopped_working_marks_the_connection()
    {
        var cena = await CenaAsync("simulador-token-invalido");
        var id = await cena.LigouAsync(_inicio);

        await ConferirAsync(cena, id);

        var integracao = await IntegracaoAsync(cena);
        Assert.Equal(StatusDaIntegracao.ComErro, integracao.Status);
        Assert.Contains("Token recusado", integracao.UltimoErro);
    }

    [Fact]
    public async Task Provider_that_is_down_costs_nothing_but_time_and_uses_up_no_look()
    {
        await using var caido = await ProvedorFalso.IniciarAsync(c =>
        {
            c.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });
        var cena = await CenaDeLigacao.CriarAsync(app, caido.BaseUrl);
        var id = await cena.LigouAsync(_inicio);

        await ConferirAsync(cena, id);

        var ligacao = await cena.LerAsync(id);
        Assert.Equal((StatusDaLigacao.Atendida, OrigemDoFato.Navegador), (ligacao.Status, ligacao.OrigemStatus));
        Assert.Equal(0, ligacao.Conferencias);
        Assert.Equal(StatusDaIntegracao.Conectada, (await IntegracaoAsync(cena)).Status);
    }

    [Fact]
    public async Task Redial_the_provider_never_saw_learns_nothing_from_the_call_before_it()
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var primeira = await cena.LigouAsync(_inicio, $"+55{numero}");
        simulador.Ligou(numero, _inicio.AddSeconds(1), gravacao: [1]);
        await ConferirAsync(cena, primeira);
        var segunda = await cena.LigouAsync(_inicio.AddMinutes(4), $"+55{numero}");

        await ConferirAsync(cena, segunda);

        var ligacao = await cena.LerAsync(segunda);
        Assert.Equal((OrigemDoFato.Navegador, 0), (ligacao.OrigemStatus, ligacao.ProvedorIds.Length));
    }

    [Fact]
    public async Task The_hourly_run_also_finds_calls_nobody_is_waiting_for()
    {
        var cena = await CenaAsync();
        var numero = NovoNumero();
        var id = await cena.LigouAsync(_inicio, $"+55{numero}");
        simulador.Ligou(numero, _inicio);

        await cena.ConferirAsync();

        Assert.Equal(OrigemDoFato.Reconciliacao, (await cena.LerAsync(id)).OrigemStatus);
        Assert.NotNull(await cena.Organizacao.ComDbAsync(db => db.Integracoes.Select(i => i.ReconciliadaEm).SingleAsync()));
    }

    [Fact]
    public async Task Connection_without_calls_is_asked_seldom_however_often_somebody_looks_in()
    {
        await using var provedor = await ProvedorFalso.IniciarAsync(c => c.Response.WriteAsync("[]"));
        var cena = await CenaDeLigacao.CriarAsync(app, provedor.BaseUrl);
        await cena.ConferirAsync();
        var pedidos = provedor.Pedidos.Count;
        Assert.NotEqual(0, pedidos);
        await ConferidaHaAsync(cena, TimeSpan.FromHours(5));

        var espera = (await cena.ConferirAsync()).DeNovo;

        Assert.Equal(pedidos, provedor.Pedidos.Count);
        Assert.InRange(espera!.Value, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
        await ConferidaHaAsync(cena, TimeSpan.FromHours(6));
        await cena.ConferirAsync();
        Assert.True(provedor.Pedidos.Count > pedidos);
    }

    private static Task<int> ConferidaHaAsync(CenaDeLigacao cena, TimeSpan tempo) => cena.Organizacao.ComDbAsync(
        db => db.Integracoes.ExecuteUpdateAsync(s => s.SetProperty(i => i.ReconciliadaEm, DateTimeOffset.UtcNow - tempo)));

    private static string NovoNumero() => $"119{Interlocked.Increment(ref _ultimoNumero)}";

    private static Task<Integracao> IntegracaoAsync(CenaDeLigacao cena) =>
        cena.Organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync());

    private static Task<int> FatosAsync(CenaDeLigacao cena, Guid id) =>
        cena.Organizacao.ComDbAsync(db => db.LigacaoEventos.CountAsync(e => e.LigacaoId == id));

    private static async Task ConferirAsync(CenaDeLigacao cena, params Guid[] ids)
    {
        foreach (var id in ids)
        {
            await cena.VencerConferenciaAsync(id);
        }

        await cena.ConferirAsync();
    }

    private Task<CenaDeLigacao> CenaAsync(string token = SimuladorDeTeste.Token) => CenaDeLigacao.CriarAsync(app, simulador.BaseUrl, token);
}
