using System.Globalization;
using System.Text.Json;
using CrmVoip.Api4Com;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>The mark up to which the provider's list was read without a gap.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class MarcaDaConferenciaTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-30).ToUnixTimeSeconds());

    [Fact]
    public async Task A_page_that_fails_keeps_what_was_learned_and_the_mark_where_it_was()
    {
        var falha = true;
        await using var provedor = await ProvedorFalso.IniciarAsync(c =>
        {
            var pagina = int.Parse(c.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
            if (!c.Request.Path.Value!.Contains("calls", StringComparison.Ordinal) || (pagina > 1 && falha))
            {
                c.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return Task.CompletedTask;
            }

            return Pagina(c, pagina);
        });
        var cena = await CenaDeLigacao.CriarAsync(app, provedor.BaseUrl);
        await MarcarAsync(cena, DateTimeOffset.UtcNow.AddHours(-1));
        var antes = await MarcaAsync(cena);

        await cena.ConferirAsync();
        Assert.Equal(antes, await MarcaAsync(cena));
        Assert.Equal(1, await RegistrosAsync(cena));

        falha = false;
        await cena.ConferirAsync();
        Assert.True(await MarcaAsync(cena) > antes);
        Assert.Equal(2, await RegistrosAsync(cena));
    }

    [Fact]
    public async Task After_days_of_refusal_the_check_starts_where_the_list_was_read_last()
    {
        var perguntas = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var provedor = await ProvedorFalso.IniciarAsync(c =>
        {
            perguntas.Enqueue(Uri.UnescapeDataString(c.Request.QueryString.Value ?? ""));
            return c.Response.WriteAsJsonAsync(new { data = Array.Empty<object>(), meta = new { totalItemCount = 0, currentPage = 1, totalPageCount = 1, itemsPerPage = 50 } });
        });
        var cena = await CenaDeLigacao.CriarAsync(app, provedor.BaseUrl);
        await MarcarAsync(cena, DateTimeOffset.UtcNow.AddHours(-36));

        await cena.ConferirAsync();

        Assert.Equal(7, perguntas.Where(p => !p.Contains("hangup_cause", StringComparison.Ordinal)).Distinct().Count());
        Assert.True(await MarcaAsync(cena) > DateTimeOffset.UtcNow.AddMinutes(-5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task A_stretch_with_more_calls_than_one_reading_holds_is_read_in_finer_ones(int horasDoFiltro)
    {
        var chamadas = Enumerable.Range(1, 18).Select(i => DateTimeOffset.UtcNow.AddMinutes(-15 * i)).ToList();
        await using var instancia = app.OutraInstancia();
        var opcoes = instancia.Services.GetRequiredService<Api4ComOptions>();
        (opcoes.MaxPages, opcoes.PageSpacing) = (5, TimeSpan.Zero);
        await using var provedor = await ProvedorFalso.IniciarAsync(c => UmaPorPagina(c, chamadas, TimeSpan.FromHours(horasDoFiltro)));
        var cena = await CenaDeLigacao.CriarAsync(app, provedor.BaseUrl);
        await MarcarAsync(cena, DateTimeOffset.UtcNow.AddHours(-5));

        await cena.ConferirAsync(instancia.Services);

        Assert.Equal(chamadas.Count, await RegistrosAsync(cena));
    }

    /// <summary>A list of one row a page that keeps to the filter, which it reads as its wall clock's or as UTC.</summary>
    private static Task UmaPorPagina(HttpContext c, List<DateTimeOffset> chamadas, TimeSpan doFiltro)
    {
        using var filtro = JsonDocument.Parse(c.Request.Query["filter"].ToString());
        var (de, ate) = (Limite("gte"), Limite("lte"));
        var correio = filtro.RootElement.GetProperty("where").TryGetProperty("hangup_cause", out _);
        var pedidas = chamadas.Select((em, i) => (em, i)).Where(l => !correio && l.em >= de && l.em <= ate).ToList();
        var pagina = int.Parse(c.Request.Query["page"].ToString(), CultureInfo.InvariantCulture);
        return c.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            data = pedidas.Skip(pagina - 1).Take(1).Select(l => Linha($"linha-{l.i}", l.em)),
            meta = new { currentPage = pagina, totalPageCount = pedidas.Count },
        }));

        DateTimeOffset Limite(string qual) =>
            filtro.RootElement.GetProperty("where").GetProperty("started_at").GetProperty(qual).GetDateTimeOffset() - doFiltro;
    }

    private static Task Pagina(HttpContext c, int pagina) => c.Response.WriteAsync(JsonSerializer.Serialize(new
    {
        data = new[] { Linha($"linha-{pagina}", _inicio.AddMinutes(pagina)) },
        meta = new { totalItemCount = 2, currentPage = pagina, totalPageCount = 2, itemsPerPage = 1, nextPage = pagina == 1 ? 2 : (int?)null },
    }));

    private static object Linha(string id, DateTimeOffset em) => new
    {
        id,
        domain = SimuladorDeTeste.Dominio,
        call_type = "outbound",
        started_at = em.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ended_at = em.AddSeconds(20).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        from = "1001",
        to = "011960000001",
        duration = 10,
        hangup_cause = "NORMAL_CLEARING",
    };

    private static Task<int> MarcarAsync(CenaDeLigacao cena, DateTimeOffset ate) => cena.Organizacao.ComDbAsync(async db =>
    {
        (await db.Integracoes.SingleAsync()).ConferirAte(ate);
        return await db.SaveChangesAsync();
    });

    private static Task<DateTimeOffset?> MarcaAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(db => db.Integracoes.Select(i => i.ConferidaAte).SingleAsync());

    private static Task<int> RegistrosAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(db => db.RegistrosDoProvedor.CountAsync());
}
