using System.Diagnostics;
using System.Globalization;
using CrmVoip.Bench;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Npgsql;

namespace CrmVoip.TelephonyBench;

/// <summary>Webhooks of one organization that belong to no call here, and how long a known one of it and of another takes meanwhile.</summary>
public sealed class Flood(AplicacaoFixture app)
{
    private const int Unknown = 1_100;
    private const int Answers = 40;
    private static readonly int _rounds = int.Parse(Environment.GetEnvironmentVariable("BENCH_RUNS") ?? "4", CultureInfo.InvariantCulture);
    private readonly Times _same = new(), _other = new(), _answers = new(), _drained = new();

    public async Task<string> MeasureAsync()
    {
        await using var product = app.OutraInstancia(("Crm:Trabalhos:Executar", "true"));
        product.UseKestrel(0);
        product.StartServer();
        using var http = product.CreateClient();
        for (var round = 0; round <= _rounds; round++)
        {
            await RoundAsync(http, warmUp: round == 0);
        }

        return MeasuredSection.Table(
            $"A known webhook while {Unknown:N0} unknown ones of one organization wait",
            "ms | p50 | p95 | longest | aim",
            [
                $"of another organization, from its POST until the call has it | {_other.Cells()} | < 1,000",
                $"of the same organization | {_same.Cells()} | < 3,000",
                $"answer to a webhook's POST meanwhile | {_answers.Cells()} | –",
                $"until none waits | {_drained.Cells()} | –",
            ]);
    }

    private async Task RoundAsync(HttpClient http, bool warmUp)
    {
        var (flooded, other) = (await SceneAsync(), await SceneAsync());
        var start = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddSeconds(-50).ToUnixTimeSeconds());
        var (ofFlooded, ofOther) = (await flooded.LigouAsync(start), await other.LigouAsync(start));
        await FloodAsync(flooded);
        var watch = Stopwatch.StartNew();
        var applied = await Task.WhenAll(AppliedAsync(http, other, start, ofOther), AppliedAsync(http, flooded, start, ofFlooded));
        var answers = new List<TimeSpan>();
        for (var i = 0; i < Answers; i++)
        {
            answers.Add(await Webhook.PostAsync(http, flooded, new AvisoDaOperadora(start) { De = "3001" }));
        }

        await UntilAsync($"select 1 where not exists (select from trabalhos where organizacao_id = '{flooded.Organizacao.Id}' and tipo = 'processar-gancho')");
        if (!warmUp)
        {
            _other.Add(applied[0]);
            _same.Add(applied[1]);
            answers.ForEach(_answers.Add);
            _drained.Add(watch.Elapsed);
        }
    }

    private async Task<CenaDeLigacao> SceneAsync()
    {
        var scene = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await scene.ComGanchoAsync(AvisoDaOperadora.Segredo);
        return scene;
    }

    private async Task<TimeSpan> AppliedAsync(HttpClient http, CenaDeLigacao scene, DateTimeOffset start, Guid call)
    {
        var watch = Stopwatch.StartNew();
        await Webhook.PostAsync(http, scene, new AvisoDaOperadora(start) { Atendida = 4, Fim = 37 });
        await UntilAsync($"select 1 from registros_do_provedor where ligacao_id = '{call}'");
        return watch.Elapsed;
    }

    /// <summary>What a desk phone's calls of a morning would be, all at once.</summary>
    private Task<int> FloodAsync(CenaDeLigacao scene) => app.Banco.ExecutarAsync(
        $"""
        with novos as (
            insert into eventos_do_provedor (organizacao_id, id, chave, corpo, recebido_em, processar_em, tentativas)
            select '{scene.Organizacao.Id}', gen_random_uuid(), 'avulso:' || n, jsonb_build_object(
                'version', 'v1.4', 'eventType', 'channel-hangup', 'id', gen_random_uuid(), 'domain', '{SimuladorDeTeste.Dominio}',
                'direction', 'outbound', 'caller', (2000 + n % 20)::text, 'called', '01197' || lpad(n::text, 7, '0'),
                'startedAt', to_char(now() at time zone 'America/Sao_Paulo' - interval '20 seconds' * (n / 20) - interval '2 minutes', 'YYYY-MM-DD HH24:MI:SS'),
                'endedAt', to_char(now() at time zone 'America/Sao_Paulo' - interval '20 seconds' * (n / 20) - interval '110 seconds', 'YYYY-MM-DD HH24:MI:SS'),
                'duration', 0, 'hangupCause', 'NO_ANSWER'), now(), now(), 0
            from generate_series(1, {Unknown}) n returning organizacao_id, id)
        insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em)
        select organizacao_id, gen_random_uuid(), 'processar-gancho', id, now(), 0, now() from novos
        """);

    private async Task UntilAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Banco.Superusuario);
        await using var command = source.CreateCommand(sql);
        var watch = Stopwatch.StartNew();
        while (await command.ExecuteScalarAsync() is null)
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(3))
            {
                throw new TimeoutException(sql);
            }

            await Task.Delay(5);
        }
    }
}
