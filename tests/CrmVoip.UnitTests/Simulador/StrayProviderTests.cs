using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace CrmVoip.UnitTests.Simulador;

/// <summary>How one account's provider strays from the truth, while another account's does not.</summary>
public sealed class StrayProviderTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>, IAsyncLifetime
{
    private const string Domain = "aurora.simulador";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        using var reset = await simulador.AskAsync(HttpMethod.Post, "/controle/reiniciar");
    }

    [Fact]
    public async Task Clock_is_off_in_webhooks_and_in_the_list_by_as_much_as_asked()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var set = await simulador.AskAsync(HttpMethod.Post, "/controle/webhook", new { modo = "normal", url = receiver.Url });
        await StrayAsync(new { relogioDoWebhookSegundos = -90, relogioDaListaSegundos = 240 });
        var start = DateTimeOffset.UtcNow.AddMinutes(-30);
        await CallAsync("+5581900000001", start);

        var wall = start.ToOffset(TimeSpan.FromHours(-3));
        var hangup = (await receiver.WaitForAsync(2))[1];
        Assert.Equal(wall.AddSeconds(-90).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), hangup["startedAt"]!.ToString());
        Assert.Equal(
            wall.AddSeconds(240).ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture),
            (await simulador.CallsToAsync("081900000001"))[0]!["started_at"]!.ToString());
    }

    [Fact]
    public async Task Webhooks_and_list_name_one_call_differently()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        using var set = await simulador.AskAsync(HttpMethod.Post, "/controle/webhook", new { modo = "normal", url = receiver.Url });
        await StrayAsync(new { idsDiferentes = true });
        var ids = await CallAsync("+5581900000002");

        var events = await receiver.WaitForAsync(2);
        Assert.All(events, evento => Assert.Equal(ids["outroId"]!.ToString(), evento["id"]!.ToString()));
        Assert.Equal(ids["id"]!.ToString(), (await simulador.CallsToAsync("081900000002"))[0]!["id"]!.ToString());
        Assert.NotEqual(ids["id"]!.ToString(), ids["outroId"]!.ToString());
    }

    [Fact]
    public async Task Browser_call_ends_with_the_cause_asked_for()
    {
        await StrayAsync(new { causa = "MEDIA_TIMEOUT", codigo = "604" });
        using var phone = await new SipPeer("1001", "ramal-1001-aurora").ConnectAsync(simulador.Address);
        await phone.InviteAsync("+5511960000004");

        Assert.Equal(486, (await phone.AnswerAsync()).StatusCode);
        Assert.Equal("MEDIA_TIMEOUT", (await simulador.CallsToAsync("011960000004"))[0]!["hangup_cause"]!.ToString());
    }

    [Fact]
    public async Task List_is_slow_for_one_account_only()
    {
        await StrayAsync(new { paginaSegundos = 0.7 });

        var watch = Stopwatch.StartNew();
        using var slow = await PageAsync(1);
        Assert.Equal(HttpStatusCode.OK, slow.StatusCode);
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(0.6));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task One_page_is_refused_as_often_as_asked(int status)
    {
        await StrayAsync(new { recusa = new { status, caminho = "/calls", pagina = 2, vezes = 1, esperarSegundos = 3 } });

        using var first = await PageAsync(1);
        using var refused = await PageAsync(2);
        using var again = await PageAsync(2);
        using var other = await PageAsync(2, "simulador-token-boreal");
        Assert.Equal([200, status, 200, 200], new[] { first, refused, again, other }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Everything_is_refused_for_a_while()
    {
        await StrayAsync(new { recusa = new { status = 503, segundos = 0.5 } });

        using var refused = await simulador.AskAsync(HttpMethod.Get, "/api/v1/users/me");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await SimuladorFixture.EventuallyAsync(
            async () =>
            {
                using var answer = await simulador.AskAsync(HttpMethod.Get, "/api/v1/users/me");
                return answer.StatusCode;
            },
            status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task List_is_cut_short_and_says_how_many_it_had()
    {
        foreach (var i in Enumerable.Range(0, 5))
        {
            await CallAsync($"+558190000010{i}");
        }

        await StrayAsync(new { itensPorPagina = 2, paginasNoMaximo = 2, paginaCortada = 3 });

        var page = await simulador.ReadAsync(HttpMethod.Get, "/api/v1/calls?page=2");
        Assert.Equal((5, 3, 2), (Meta(page, "totalItemCount"), Meta(page, "totalPageCount"), page["data"]!.AsArray().Count));
        Assert.Null(page["meta"]!["nextPage"]);
        await Assert.ThrowsAsync<HttpRequestException>(() => PageAsync(3));
    }

    private static int Meta(JsonNode page, string field) => page["meta"]![field]!.GetValue<int>();

    private Task<HttpResponseMessage> PageAsync(int page, string token = "simulador-token-aurora") =>
        simulador.AskAsync(HttpMethod.Get, $"/api/v1/calls?page={page}", token: token);

    private async Task StrayAsync(object desvios)
    {
        using var answer = await simulador.AskAsync(HttpMethod.Post, $"/controle/contas/{Domain}", desvios);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private Task<JsonNode> CallAsync(string numero, DateTimeOffset? inicio = null) => simulador.ReadAsync(
        HttpMethod.Post,
        "/controle/ligacoes",
        new { dominio = Domain, ramal = "1002", numero, inicio = inicio ?? DateTimeOffset.UtcNow.AddMinutes(-30), falaSegundos = 20 });
}
