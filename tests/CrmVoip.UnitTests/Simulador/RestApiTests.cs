using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CrmVoip.UnitTests.Simulador;

public sealed class RestApiTests(SimuladorFixture simulador) : IClassFixture<SimuladorFixture>
{
    [Theory]
    [InlineData("simulador-token-aurora", HttpStatusCode.OK)]
    [InlineData("simulador-token-boreal", HttpStatusCode.OK)]
    [InlineData("simulador-token-invalido", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer simulador-token-aurora", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("simulador-token-sem-permissao", HttpStatusCode.Forbidden)]
    public async Task Token_decides_who_gets_in(string token, HttpStatusCode status)
    {
        using var response = await simulador.AskAsync(HttpMethod.Get, "/api/v1/users/me", token: token);

        Assert.Equal(status, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Equal(status != HttpStatusCode.OK, body!["error"]?["statusCode"]?.GetValue<int>() == (int)status);
    }

    [Fact]
    public async Task Extensions_are_a_plain_array_with_passwords_in_clear()
    {
        var rows = await simulador.ReadAsync(HttpMethod.Get, "/api/v1/extensions?filter={\"where\":{\"ramal\":\"1002\"},\"limit\":1}");

        var row = Assert.Single(rows.AsArray())!;
        Assert.Equal("ramal-1002-aurora", row["senha"]!.ToString());
        Assert.Equal("aurora.simulador", row["domain"]!.ToString());
    }

    [Fact]
    public async Task Extension_of_another_account_does_not_exist()
    {
        using var own = await simulador.AskAsync(HttpMethod.Get, "/api/v1/extensions/101", token: "simulador-token-boreal");
        using var foreign = await simulador.AskAsync(HttpMethod.Get, "/api/v1/extensions/101");

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task Integration_is_created_once_and_then_updated_by_id()
    {
        var created = await simulador.ReadAsync(HttpMethod.Patch, "/api/v1/integrations", new { gateway = "meucrm", webhook = true });
        using var again = await simulador.AskAsync(HttpMethod.Patch, "/api/v1/integrations", new { gateway = "meucrm" });
        var updated = await simulador.ReadAsync(
            HttpMethod.Patch, "/api/v1/integrations", new { id = created["id"]!.GetValue<int>(), metadata = new { webhookUrl = "http://x.example" } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal("http://x.example", updated["metadata"]!["webhookUrl"]!.ToString());
        Assert.True(updated["webhook"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("1001", "+5511960000001", "user not registered")]
    [InlineData("7777", "+5511960000001", "invalid extension")]
    [InlineData("1001", "123", "invalid phone")]
    public async Task Dialer_says_why_it_does_not_dial(string extension, string phone, string message)
    {
        var answer = await simulador.ReadAsync(HttpMethod.Post, "/api/v1/dialer", new { extension, phone });

        Assert.Equal(message, answer["error"]!["message"]!.ToString());
    }

    [Theory]
    [InlineData("POST", "/api/v1/dialer/1/hangup")]
    [InlineData("POST", "/api/v1/calls/0b54ac8c-9a43-4be6-a6b7-6d0a4a4a4a4a/hangup")]
    [InlineData("GET", "/files/listen/0b54ac8c-9a43-4be6-a6b7-6d0a4a4a4a4a.wav")]
    public async Task What_does_not_exist_is_not_found(string method, string path)
    {
        using var response = await simulador.AskAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Asking_too_often_is_refused_when_configured()
    {
        using var set = await simulador.AskAsync(HttpMethod.Post, "/controle/opcoes", new { intervaloMinimoMs = 60000 });
        using var first = await simulador.AskAsync(HttpMethod.Get, "/api/v1/calls", token: "simulador-token-boreal");
        using var second = await simulador.AskAsync(HttpMethod.Get, "/api/v1/calls", token: "simulador-token-boreal");
        using var reset = await simulador.AskAsync(HttpMethod.Post, "/controle/opcoes", new { intervaloMinimoMs = 0 });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
    }
}
