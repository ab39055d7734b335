using System.Net;
using CrmVoip.Api4Com;

namespace CrmVoip.UnitTests.Api4Com;

public class Api4ComClientTests
{
    private const string Extensions =
        """
        [{"id":1234,"domain":"acme.api4com.com","ramal":1000,"senha":"s3cr3t","bina":null,"gravar_audio":"1","email_address":"ana@acme.com","first_name":"Ana","last_name":"Lima"},
         {"id":"9","domain":"acme.api4com.com","ramal":"1001","senha":"other","gravar_audio":0,"wss_url":"ws://evil.example/"}]
        """;

    private readonly StubProvider _provider = new();

    [Fact]
    public async Task The_token_travels_bare_in_the_header()
    {
        _provider.Answer("""{"email":"ana@acme.com","role":"ADMIN"}""");

        var user = await _provider.Client.GetCurrentUserAsync(_provider.Account, default);

        Assert.Equal("ana@acme.com", user.Email);
        Assert.Equal(StubProvider.Token, _provider.Requests[0].Authorization);
        Assert.Equal("https://api.example.com/api/v1/users/me", _provider.Requests[0].Url);
    }

    [Theory]
    [InlineData("""[{"domain":"acme.api4com.com","ramal":"1000"}]""")]
    [InlineData("""{"data":[{"domain":"acme.api4com.com","ramal":"1000"}]}""")]
    [InlineData("""{"items":[{"domain":"acme.api4com.com","ramal":1000}]}""")]
    public async Task Ramais_are_read_in_any_envelope(string json)
    {
        _provider.Answer(json);

        var extension = Assert.Single(await _provider.Client.GetExtensionsAsync(_provider.Account, default));

        Assert.Equal(("1000", "acme.api4com.com", "wss://acme.api4com.com:6443"), (extension.Number, extension.Domain, extension.WssUrl));
    }

    [Fact]
    public async Task Ramais_lose_their_password_and_plain_socket_addresses_on_the_way()
    {
        _provider.Answer(Extensions);

        var extensions = await _provider.Client.GetExtensionsAsync(_provider.Account, default);

        Assert.DoesNotContain("s3cr3t", string.Join('|', extensions));
        Assert.Equal("Ana Lima", extensions[0].DisplayName);
        Assert.True(extensions[0].RecordsAudio);
        Assert.False(extensions[1].RecordsAudio);
        Assert.Equal("wss://acme.api4com.com:6443", extensions[1].WssUrl);
    }

    [Fact]
    public async Task Passwords_come_only_where_they_are_asked_for_and_are_not_printed()
    {
        _provider.Answer(Extensions);

        var secrets = await _provider.Client.GetExtensionSecretsAsync(_provider.Account, default);

        Assert.Equal(["s3cr3t", "other"], secrets.Select(s => s.Password));
        Assert.Equal("1000", secrets[0].Extension.Number);
        Assert.DoesNotContain("s3cr3t", string.Join('|', secrets));
    }

    [Fact]
    public async Task The_operator_may_allow_the_socket_address_of_the_simulator()
    {
        _provider.Options.AllowLocal = true;
        _provider.Answer("""[{"domain":"aurora.simulador","ramal":"1001","wss_url":"ws://127.0.0.1:5090/sip"}]""");

        Assert.Equal("ws://127.0.0.1:5090/sip", (await _provider.Client.GetExtensionsAsync(_provider.Account, default))[0].WssUrl);
    }

    [Fact]
    public async Task A_domain_that_is_no_host_name_is_not_believed()
    {
        _provider.Answer("""[{"domain":"acme; script-src *","ramal":"1000"}]""");

        Assert.Empty(await _provider.Client.GetExtensionsAsync(_provider.Account, default));
    }

    [Fact]
    public async Task A_connection_reveals_the_domain_and_an_account_without_ramais_none()
    {
        _provider.Answer("""{"email":"a@b.c"}""").Answer(Extensions).Answer("""{"email":"a@b.c"}""").Answer("[]");

        Assert.Equal("acme.api4com.com", (await _provider.Client.ConnectAsync(_provider.Account, default)).Domain);
        Assert.Null((await _provider.Client.ConnectAsync(_provider.Account, default)).Domain);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "{}", Api4ComErrorKind.TokenRefused)]
    [InlineData(HttpStatusCode.Forbidden, "{}", Api4ComErrorKind.NoPermission)]
    [InlineData(HttpStatusCode.TooManyRequests, "{}", Api4ComErrorKind.RateLimited)]
    [InlineData(HttpStatusCode.OK, "<html>hello</html>", Api4ComErrorKind.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.OK, "\"text\"", Api4ComErrorKind.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.OK, """{"name":"no e-mail"}""", Api4ComErrorKind.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.NotFound, "<html>404</html>", Api4ComErrorKind.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.Found, "", Api4ComErrorKind.UnexpectedAnswer)]
    [InlineData(HttpStatusCode.InternalServerError, "<html>", Api4ComErrorKind.Other)]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"error":{"statusCode":422,"name":"ValidationError"}}""", Api4ComErrorKind.Other)]
    [InlineData(HttpStatusCode.OK, """{"error":{"statusCode":422,"name":"ValidationError"}}""", Api4ComErrorKind.Other)]
    public async Task Each_bad_answer_has_its_kind(HttpStatusCode status, string body, Api4ComErrorKind kind)
    {
        _provider.Answer(body, status);

        Assert.Equal(kind, (await Fails(() => _provider.Client.GetCurrentUserAsync(_provider.Account, default))).Kind);
        Assert.Single(_provider.Requests);
    }

    [Fact]
    public async Task Silence_is_a_timeout_and_a_closed_port_is_unreachable()
    {
        _provider.Hang().Fail(new HttpRequestException(HttpRequestError.ConnectionError));

        Assert.Equal(Api4ComErrorKind.Timeout, (await Fails(() => _provider.Client.GetCurrentUserAsync(_provider.Account, default))).Kind);
        Assert.Equal(Api4ComErrorKind.Unreachable, (await Fails(() => _provider.Client.GetCurrentUserAsync(_provider.Account, default))).Kind);
    }

    [Fact]
    public async Task A_cancelled_caller_is_cancelled_not_timed_out()
    {
        _provider.Hang();
        using var cancelled = new CancellationTokenSource(20);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _provider.Client.GetCurrentUserAsync(_provider.Account, cancelled.Token));
    }

    [Theory]
    [InlineData("http://api.example.com/api/v1")]
    [InlineData("https://api.example.com:22/api/v1")]
    public async Task Plain_http_and_odd_ports_are_refused_before_anything_is_sent(string baseUrl)
    {
        var account = new Api4ComAccount(baseUrl, StubProvider.Token);

        Assert.Equal(Api4ComErrorKind.AddressNotAllowed, (await Fails(() => _provider.Client.GetCurrentUserAsync(account, default))).Kind);
        Assert.Empty(_provider.Requests);
    }

    [Theory]
    [InlineData("ftp://api.example.com")]
    [InlineData("https://user:pass@api.example.com")]
    [InlineData("https://api.example.com/?x=1")]
    [InlineData("https://api.example.com/#x")]
    [InlineData("api.example.com")]
    [InlineData("")]
    public void A_base_url_is_an_absolute_web_address_and_nothing_more(string baseUrl) =>
        Assert.Equal(Api4ComErrorKind.AddressNotAllowed, Assert.Throws<Api4ComException>(() => new Api4ComAccount(baseUrl, "t")).Kind);

    [Fact]
    public async Task Neither_exception_nor_account_shows_the_token()
    {
        _provider.Answer("""{"error":{"name":"AuthorizationRequired"}}""", HttpStatusCode.Unauthorized);

        var error = await Fails(() => _provider.Client.GetCurrentUserAsync(_provider.Account, default));

        Assert.DoesNotContain(StubProvider.Token, error.ToString());
        Assert.DoesNotContain(StubProvider.Token, _provider.Account.ToString());
    }

    [Fact]
    public async Task Dialling_is_sent_once_whatever_happens()
    {
        _provider.Answer("{}", HttpStatusCode.TooManyRequests).Hang().Answer("""{"id":"d1","message":"successfull"}""");
        Task<string?> Dial() => _provider.Client.DialAsync(_provider.Account, "1000", "+5548999990000", new Dictionary<string, string>(), default);

        Assert.Equal(Api4ComErrorKind.RateLimited, (await Fails(Dial)).Kind);
        Assert.Equal(Api4ComErrorKind.Timeout, (await Fails(Dial)).Kind);
        Assert.Equal("d1", await Dial());
        Assert.Equal(3, _provider.Requests.Count);
        Assert.Equal("""{"extension":"1000","phone":"\u002B5548999990000","metadata":{}}""", _provider.Requests[2].Body);
    }

    [Fact]
    public async Task Hanging_up_a_call_that_is_over_is_fine()
    {
        _provider.Answer("""{"error":{"statusCode":404}}""", HttpStatusCode.NotFound);

        Assert.False(await _provider.Client.HangupAsync(_provider.Account, "a b", default));

        Assert.Equal((HttpMethod.Post, "https://api.example.com/api/v1/calls/a b/hangup"), (_provider.Requests[0].Method, _provider.Requests[0].Url));
    }

    [Theory]
    [InlineData("""{"id":42}""", "42")]
    [InlineData("""{"data":{"id":"d1"}}""", "d1")]
    [InlineData("""{"message":"successfull"}""", null)]
    public async Task A_dial_that_was_accepted_is_no_failure_whatever_its_handle_looks_like(string json, string? handle)
    {
        _provider.Answer(json);

        Assert.Equal(handle, await _provider.Client.DialAsync(_provider.Account, "1000", "+5548999990000", new Dictionary<string, string>(), default));
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, """{"error":{"statusCode":422,"name":"Error","message":"user not registered"}}""")]
    [InlineData(HttpStatusCode.OK, """{"error":"user not registered"}""")]
    [InlineData(HttpStatusCode.OK, """{"data":{"error":{"message":"user not registered"}}}""")]
    public async Task The_providers_own_words_tell_one_refusal_from_another(HttpStatusCode status, string json)
    {
        _provider.Answer(json, status);

        Assert.Equal("user not registered", (await Fails(() => _provider.Client.GetCurrentUserAsync(_provider.Account, default))).Reason);
    }

    [Theory]
    [InlineData("""{"data":{"email":"a@b.c","role":"admin"}}""", true, false)]
    [InlineData("""{"email":"a@b.c","role":"USER"}""", false, true)]
    [InlineData("""{"email":"a@b.c"}""", false, false)]
    public async Task A_role_is_warned_of_only_when_the_provider_tells_one(string json, bool administrator, bool ordinary)
    {
        _provider.Answer(json);

        var user = await _provider.Client.GetCurrentUserAsync(_provider.Account, default);

        Assert.Equal((administrator, ordinary), (user.IsAdministrator, user.IsOrdinary));
    }

    [Fact]
    public async Task A_connection_tells_how_many_ramais_the_account_has()
    {
        _provider.Answer("""{"email":"a@b.c"}""").Answer(Extensions);

        Assert.Equal(2, (await _provider.Client.ConnectAsync(_provider.Account, default)).Extensions);
    }

    private static Task<Api4ComException> Fails(Func<Task> action) => Assert.ThrowsAsync<Api4ComException>(action);
}
