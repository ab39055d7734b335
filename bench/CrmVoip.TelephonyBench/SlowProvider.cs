using System.Collections.Concurrent;
using System.Diagnostics;
using CrmVoip.Bench;
using CrmVoip.Data;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.TelephonyBench;

/// <summary>How late the check of an organization begins while others wait for a provider that takes nine seconds a page.</summary>
public sealed class SlowProvider(AplicacaoFixture app)
{
    private const int Checks = 10;
    private static readonly TimeSpan _page = TimeSpan.FromSeconds(9);

    public async Task<string> MeasureAsync()
    {
        var rows = new List<string>();
        foreach (var slow in new[] { 0, 30, 100 })
        {
            rows.Add($"{slow} | {(await MeasureAsync(slow)).Cells()} | < 1,000");
        }

        return MeasuredSection.Table(
            $"From the moment a check is due until the provider is asked, while other organizations' provider takes {_page.TotalSeconds:F0} s a page",
            "slow organizations, all due at once | p50 ms | p95 | longest | aim", rows);
    }

    private async Task<Times> MeasureAsync(int slow)
    {
        await using var product = app.OutraInstancia(("Crm:Trabalhos:Executar", "true"));
        product.UseKestrel(0);
        product.StartServer();
        using var over = new CancellationTokenSource();
        var stuck = 0;
        await using var slowProvider = await ProvedorFalso.IniciarAsync(async context =>
        {
            Interlocked.Increment(ref stuck);
            await Task.Delay(_page, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await AnswerAsync(context);
        });
        var arrived = new ConcurrentQueue<long>();
        await using var provider = await ProvedorFalso.IniciarAsync(context =>
        {
            arrived.Enqueue(Stopwatch.GetTimestamp());
            return AnswerAsync(context);
        });
        for (var i = 0; i < slow; i++)
        {
            await CheckAsync(product, slowProvider.BaseUrl);
        }

        while (Volatile.Read(ref stuck) < Math.Min(slow, 30))
        {
            await Task.Delay(20);
        }

        var times = new Times();
        for (var i = -1; i < Checks; i++)
        {
            arrived.Clear();
            var due = await CheckAsync(product, provider.BaseUrl);
            while (arrived.IsEmpty)
            {
                await Task.Delay(2);
            }

            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(due, arrived.First()));
            }
        }

        await over.CancelAsync();
        return times;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync("""{"data":[],"meta":{"totalItemCount":0,"totalPageCount":1,"itemsPerPage":50,"currentPage":1}}""");
    }

    /// <summary>A connected organization whose check is due now; answers when that was.</summary>
    private async Task<long> CheckAsync(WebApplicationFactory<CrmDbContext> product, string baseUrl)
    {
        var scene = await CenaDeLigacao.CriarAsync(app, baseUrl);
        var scopes = product.Services.GetRequiredService<EscopoDaOrganizacao>();
        await using var scope = await scopes.AbrirAsync(scene.Organizacao.Id, CancellationToken.None);
        await scope!.Db.EmTransacaoAsync(
            async () =>
            {
                var connection = await scope.Db.Integracoes.Select(i => i.Id).SingleAsync();
                await scope.Services.GetRequiredService<Agenda>().AgendarAsync<ConferirConexao>(connection, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        return Stopwatch.GetTimestamp();
    }
}
