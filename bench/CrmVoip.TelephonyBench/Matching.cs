using System.Diagnostics;
using System.Globalization;
using CrmVoip.Bench;
using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.TelephonyBench;

/// <summary>What it costs to learn one webhook in an organization that has called 200,000 times: time and round trips, commit included.</summary>
public sealed class Matching(AplicacaoFixture app)
{
    private const int Calls = 200_000;
    private const int Runs = 200;
    private const int WarmUp = 60;

    public async Task<string> MeasureAsync()
    {
        var scene = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await scene.ComGanchoAsync(AvisoDaOperadora.Segredo);
        await new ManyCalls(app, scene).MakeAsync(Calls);
        var kinds = new (string Name, Func<int, Task<AvisoDaOperadora>> Make)[]
        {
            ("of a call that was made here", i => KnownAsync(scene, i)),
            ("fuller, of a call that is linked already", i => FullerAsync(scene, i)),
            ("of a call that was made elsewhere", i => Task.FromResult(Hangup(i) with { Para = $"01198{i:D7}" })),
        };
        var rows = new List<string>();
        foreach (var (name, make) in kinds)
        {
            rows.Add(await MeasureAsync(scene, name, make));
        }

        return MeasuredSection.Table(
            string.Create(CultureInfo.InvariantCulture, $"Learning one webhook, in an organization with {Calls:N0} calls"),
            "a webhook | p50 ms | p95 | longest | round trips | aim", rows);
    }

    private static async Task<string> MeasureAsync(CenaDeLigacao scene, string name, Func<int, Task<AvisoDaOperadora>> make)
    {
        var times = new Times();
        var trips = new RoundTrips();
        for (var i = 0; i < WarmUp + Runs; i++)
        {
            var webhook = await make(i);
            var time = await LearnAsync(scene, webhook, trips);
            if (i >= WarmUp)
            {
                times.Add(time);
            }
        }

        if (Environment.GetEnvironmentVariable("BENCH_STATEMENTS") is not null)
        {
            Console.WriteLine(trips.Last(name));
        }

        return $"{name} | {times.Cells()} | {trips.Typical} | ≤ 5";
    }

    private static AvisoDaOperadora Hangup(int i) => new(Start(i)) { De = Extension(i), Para = $"01197{i:D7}", Atendida = 4, Fim = 37 };

    // Three an hour on a ramal, before now.
    private static DateTimeOffset Start(int i) =>
        DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-2 - (i / ManyCalls.Extensions * 20)).ToUnixTimeSeconds());

    private static string Extension(int i) => (1000 + (i % ManyCalls.Extensions)).ToString(CultureInfo.InvariantCulture);

    private static async Task<AvisoDaOperadora> KnownAsync(CenaDeLigacao scene, int i)
    {
        var webhook = Hangup(i);
        var call = new Ligacao(scene.Organizacao.Id, Guid.CreateVersion7(), scene.Pessoa.Id, $"+55{webhook.Para[1..]}", webhook.De, webhook.Inicio.AddSeconds(-1))
        {
            SipDomain = SimuladorDeTeste.Dominio,
            OportunidadeId = scene.Oportunidade.Id,
            ContatoId = scene.Oportunidade.ContatoId,
        };
        LigacaoEvento[] facts =
        [
            Fact(call, TipoDeEvento.Atendida, webhook.Inicio.AddSeconds(4), new DadosDoEvento()),
            Fact(call, TipoDeEvento.Encerrada, webhook.Inicio.AddSeconds(37), new DadosDoEvento { Causa = "normal" }),
        ];
        call.Projetar(facts);
        await scene.Organizacao.SalvarAsync([call, .. facts]);
        await scene.Organizacao.ComDbAsync(db => db.Database.ExecuteSqlAsync($"update ligacoes set criado_em = {call.InicioEm} where id = {call.Id}"));
        return webhook;
    }

    private static LigacaoEvento Fact(Ligacao call, TipoDeEvento kind, DateTimeOffset at, DadosDoEvento data) =>
        new(call.OrganizacaoId, Guid.CreateVersion7(), call.Id, OrigemDoFato.Navegador, kind, at) { Dados = data };

    private static async Task<AvisoDaOperadora> FullerAsync(CenaDeLigacao scene, int i)
    {
        var first = await KnownAsync(scene, i);
        await LearnAsync(scene, first, new RoundTrips());
        return first with { Causa = "NORMAL_CLEARING ", Fim = 38 };
    }

    /// <summary>The work for a webhook that was kept, in a scope of its own, as the queue would run it.</summary>
    private static async Task<TimeSpan> LearnAsync(CenaDeLigacao scene, AvisoDaOperadora webhook, RoundTrips trips)
    {
        var scopes = scene.Organizacao.App.Services.GetRequiredService<EscopoDaOrganizacao>();
        await using var scope = await scopes.AbrirAsync(scene.Organizacao.Id, CancellationToken.None);
        var kept = new EventoDoProvedor(scene.Organizacao.Id, webhook.Id + webhook.Fim, webhook.ParaJson());
        await scope!.Db.EmTransacaoAsync(() => scope.Db.GuardarUmaVezAsync(kept, CancellationToken.None), CancellationToken.None);
        var work = scope.Services.GetRequiredService<ProcessarGancho>();
        using var counting = trips.Count();
        var watch = Stopwatch.StartNew();
        await work.ExecutarAsync(kept.Id, 1, CancellationToken.None);
        return watch.Elapsed;
    }
}
