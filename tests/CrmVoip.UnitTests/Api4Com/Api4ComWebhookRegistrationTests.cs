using System.Net;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;

namespace CrmVoip.UnitTests.Api4Com;

public class Api4ComWebhookRegistrationTests
{
    private const string Ours = "https://crm.example/ganchos/api4com/0193/new-secret";

    private readonly StubProvider _provider = new();

    [Fact]
    public async Task The_free_unfiltered_slot_is_taken_and_read_back()
    {
        _provider.Answer("[]").Answer("{}").Answer($"[{Row("webhook", Ours)}]");

        Assert.Equal(WebhookRegistration.Complete, await Register());
        var patch = _provider.Requests[1];
        Assert.Equal((HttpMethod.Patch, "https://api.example.com/api/v1/integrations"), (patch.Method, patch.Url));
        Assert.Contains("\"gateway\":\"webhook\"", patch.Body);
        Assert.Contains("\"webhookConstraint\":{}", patch.Body);
        Assert.Contains("\"webhookVersion\":\"v1.4\"", patch.Body);
        Assert.DoesNotContain("\"id\"", patch.Body);
    }

    [Fact]
    public async Task Our_own_slot_is_updated_by_its_id()
    {
        _provider.Answer($"[{Row("webhook", "https://crm.example/ganchos/api4com/0193/old-secret")}]").Answer("{}").Answer($"[{Row("webhook", Ours)}]");

        Assert.Equal(WebhookRegistration.Complete, await Register());
        Assert.Contains("\"id\":7", _provider.Requests[1].Body);
    }

    [Theory]
    [InlineData("https://other-crm.example/hook")]
    [InlineData("https://crm.example/ganchos/api4com/0194/secret")]
    public async Task The_slot_of_another_system_is_left_alone(string foreign)
    {
        var foreignRow = Row("webhook", foreign);
        _provider.Answer($"[{foreignRow}]").Answer("{}").Answer($$"""[{{foreignRow}},{{Row("crmvoip", Ours, """{"metadata":{"gateway":"crmvoip"}}""")}}]""");

        Assert.Equal(WebhookRegistration.DialerOnly, await Register());
        Assert.Contains("\"gateway\":\"crmvoip\"", _provider.Requests[1].Body);
        Assert.Contains("\"webhookConstraint\":{\"metadata\":{\"gateway\":\"crmvoip\"}}", _provider.Requests[1].Body);
        Assert.DoesNotContain("\"id\"", _provider.Requests[1].Body);
    }

    [Theory]
    [InlineData("""{"gateway":"webhook","webhook":true,"metadata":{"webhookUrl":"https://other.example","webhookTypes":["channel-answer","channel-hangup"]}}""")]
    [InlineData("""{"gateway":"webhook","webhook":false,"metadata":{"webhookUrl":"https://crm.example/ganchos/api4com/0193/new-secret","webhookTypes":["channel-answer","channel-hangup"]}}""")]
    [InlineData("""{"gateway":"webhook","webhook":true,"metadata":{"webhookUrl":"https://crm.example/ganchos/api4com/0193/new-secret","webhookTypes":["channel-answer"]}}""")]
    [InlineData("""{"gateway":"webhook","webhook":true,"webhookConstraint":{"gateway":"x"},"metadata":{"webhookUrl":"https://crm.example/ganchos/api4com/0193/new-secret","webhookTypes":["channel-answer","channel-hangup"]}}""")]
    public async Task A_registration_the_provider_altered_in_silence_is_refused(string readBack)
    {
        _provider.Answer("[]").Answer("{}").Answer($"[{readBack}]");

        Assert.Equal(WebhookRegistration.Refused, await Register());
    }

    [Fact]
    public async Task The_other_spelling_of_the_constraint_is_tried_when_the_first_is_dropped()
    {
        var foreign = Row("webhook", "https://other-crm.example/hook");
        var dropped = $"[{foreign},{Row("crmvoip", Ours)}]";
        _provider.Answer($"[{foreign}]").Answer("{}").Answer(dropped)
            .Answer(dropped).Answer("{}").Answer($$"""[{{foreign}},{{Row("crmvoip", Ours, """{"gateway":"crmvoip"}""")}}]""");

        Assert.Equal(WebhookRegistration.DialerOnly, await Register());
        Assert.Contains("\"webhookConstraint\":{\"gateway\":\"crmvoip\"}", _provider.Requests[4].Body);
        Assert.Contains("\"id\":7", _provider.Requests[4].Body);
    }

    [Fact]
    public async Task Only_ours_is_taken_back_switched_off_and_without_its_secret_address()
    {
        _provider.Answer($"[{Row("kommo", "https://other-crm.example/hook")},{Row("webhook", Ours)}]").Answer("{}");

        await _provider.Client.UnregisterWebhookAsync(_provider.Account, new Uri("https://crm.example/ganchos/api4com/0193/"), default);

        Assert.Equal(2, _provider.Requests.Count);
        var patch = _provider.Requests[1];
        Assert.Equal(HttpMethod.Patch, patch.Method);
        Assert.Contains("\"gateway\":\"webhook\",\"webhook\":false", patch.Body);
        Assert.Contains("\"id\":7", patch.Body);
        Assert.DoesNotContain("secret", patch.Body);
    }

    [Fact]
    public async Task An_error_of_the_provider_is_said()
    {
        _provider.Answer("[]").Answer("""{"error":{"name":"Error"}}""", HttpStatusCode.InternalServerError);

        await Assert.ThrowsAsync<Api4ComException>(Register);
    }

    private static string Row(string gateway, string url, string constraint = "{}") =>
        $$$"""{"id":7,"gateway":"{{{gateway}}}","webhook":true,"webhookConstraint":{{{constraint}}},"metadata":{"webhookUrl":"{{{url}}}","webhookTypes":["channel-answer","channel-hangup"]}}""";

    private Task<WebhookRegistration> Register() =>
        _provider.Client.RegisterWebhookAsync(_provider.Account, new Uri(Ours), "crmvoip", default);
}
