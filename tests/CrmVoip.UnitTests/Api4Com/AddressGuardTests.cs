using System.Net;
using System.Net.Sockets;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Network;

namespace CrmVoip.UnitTests.Api4Com;

public class AddressGuardTests
{
    private readonly AddressGuard _guard = new(allowLocal: false, []);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("192.0.0.8")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Addresses_that_are_not_public_are_refused(string address) => Assert.False(_guard.AllowsAddress(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void Public_addresses_are_allowed(string address) => Assert.True(_guard.AllowsAddress(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("https://api.example.com:22")]
    [InlineData("https://user@api.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://api.example.com:25")]
    [InlineData("https://api.example.com:6379")]
    [InlineData("https://api.example.com:80")]
    [InlineData("https://api.api4com.com@10.0.0.1/")]
    [InlineData("https://api.api4com.com:443@10.0.0.1/")]
    [InlineData("https://10.0.0.1%2f@api.api4com.com/")]
    [InlineData("ftp://api.example.com")]
    [InlineData("gopher://api.example.com:443")]
    [InlineData("ws://api.example.com")]
    [InlineData("jar:https://api.example.com")]
    public void Urls_that_are_not_plain_https_are_refused(string url) => Assert.False(_guard.AllowsUrl(new Uri(url)));

    [Fact]
    public void The_operator_allows_loopback_alone_never_the_metadata_address()
    {
        var local = new AddressGuard(allowLocal: true, []);

        Assert.True(local.AllowsAddress(IPAddress.Loopback));
        Assert.True(local.AllowsAddress(IPAddress.IPv6Loopback));
        Assert.False(local.AllowsAddress(IPAddress.Parse("169.254.169.254")));
        Assert.False(local.AllowsAddress(IPAddress.Parse("10.0.0.1")));
        Assert.False(local.AllowsPlainText(IPAddress.Parse("8.8.8.8")));
    }

    [Fact]
    public void The_operator_may_add_one_network()
    {
        var compose = new AddressGuard(allowLocal: true, [IPNetwork.Parse("172.20.0.0/16")]);

        Assert.True(compose.AllowsAddress(IPAddress.Parse("172.20.0.5")));
        Assert.False(compose.AllowsAddress(IPAddress.Parse("172.21.0.5")));
    }

    // The same loopback address, written so that a filter on text lets it pass; plus 6to4, NAT64 and the metadata service.
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[fe80::1]")]
    [InlineData("127.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f.0x0.0x0.0x1")]
    [InlineData("LOCALHOST")]
    [InlineData("１２７.０.０.１")]
    [InlineData("ｌｏｃａｌｈｏｓｔ")]
    [InlineData("127。0。0。1")]
    [InlineData("[::7f00:1]")]
    [InlineData("[0:0:0:0:0:ffff:7f00:1]")]
    [InlineData("[64:ff9b:1::7f00:1]")]
    [InlineData("[2001:0:7f00:1::]")]
    [InlineData("[fe80::1%25lo]")]
    [InlineData("[fe80::1%251]")]
    [InlineData("[fd00::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("2852039166")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    public async Task No_spelling_of_an_address_leads_inside(string host)
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var http = new HttpClient(GuardedHandler.Create(_guard)) { Timeout = TimeSpan.FromSeconds(5) };

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri($"https://{host}:{port}/")));

        Assert.IsType<AddressNotAllowedException>(error.InnerException);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task The_client_says_address_not_allowed()
    {
        using var http = new HttpClient(GuardedHandler.Create(_guard));
        var client = new Api4ComClient(http, Microsoft.Extensions.Options.Options.Create(new Api4ComOptions()), _guard, TimeProvider.System);

        var error = await Assert.ThrowsAsync<Api4ComException>(() =>
            client.GetCurrentUserAsync(new Api4ComAccount("https://127.0.0.1/api/v1", "t"), default));

        Assert.Equal(Api4ComErrorKind.AddressNotAllowed, error.Kind);
    }

    [Fact]
    public void Nothing_follows_redirects_proxies_or_cookies()
    {
        using var handler = GuardedHandler.Create(_guard);

        Assert.False(handler.AllowAutoRedirect || handler.UseProxy || handler.UseCookies);
    }

    // Refused by the runtime or by the guard: what counts is that nothing is reached.
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0")]
    [InlineData("[::]")]
    public async Task Unspecified_address_leads_nowhere(string host)
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };
        listener.Start();
        using var http = new HttpClient(GuardedHandler.Create(_guard)) { Timeout = TimeSpan.FromSeconds(5) };

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri($"https://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/")));

        Assert.False(listener.Pending());
    }

    // The resolver's answer counts, not the name: some resolvers know these, some do not.
    [Theory]
    [InlineData("127.0.0.1.")]
    [InlineData("localhost.")]
    [InlineData("localhost.localdomain")]
    [InlineData("localtest.me")]
    public async Task Name_that_resolves_inside_is_refused_whatever_it_looks_like(string host)
    {
        var guard = new AddressGuard(allowLocal: false, [], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        using var http = new HttpClient(GuardedHandler.Create(guard)) { Timeout = TimeSpan.FromSeconds(5) };

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri($"https://{host}/")));

        Assert.IsType<AddressNotAllowedException>(error.InnerException);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.NoData)]
    public async Task Name_that_nobody_knows_is_refused_like_one_that_leads_inside(SocketError unknown)
    {
        var guard = new AddressGuard(allowLocal: false, [], (_, _) => throw new SocketException((int)unknown));
        using var http = new HttpClient(GuardedHandler.Create(guard)) { Timeout = TimeSpan.FromSeconds(5) };

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://intranet.example/")));

        Assert.IsType<AddressNotAllowedException>(error.InnerException);
    }

    /// <summary>DNS rebinding: a name that is fine when it is checked and inside when it is connected to.</summary>
    [Fact]
    public async Task Name_is_looked_up_once_and_the_address_that_was_checked_is_the_one_connected_to()
    {
        using var provider = new RealProvider("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        var answers = new Queue<IPAddress[]>([[IPAddress.Loopback], [IPAddress.Parse("10.0.0.1")]]);
        var guard = new AddressGuard(allowLocal: true, [], (_, _) => Task.FromResult(answers.Dequeue()));
        using var http = new HttpClient(GuardedHandler.Create(guard)) { Timeout = TimeSpan.FromSeconds(5) };

        Assert.Equal("{}", await http.GetStringAsync(new Uri($"http://rebinding.example:{provider.Port}/")));
        Assert.Single(answers);
    }

    [Theory]
    [InlineData("8.8.8.8", "127.0.0.1")]
    [InlineData("10.0.0.1", "8.8.8.8")]
    [InlineData("2606:4700::1111", "::ffff:169.254.169.254")]
    public async Task Name_with_one_address_inside_is_refused_whole(string first, string second)
    {
        var guard = new AddressGuard(allowLocal: false, [], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(first), IPAddress.Parse(second)]));
        using var http = new HttpClient(GuardedHandler.Create(guard)) { Timeout = TimeSpan.FromSeconds(5) };

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://both.example/")));

        Assert.IsType<AddressNotAllowedException>(error.InnerException);
    }

    [Fact]
    public async Task Token_never_leaves_for_the_internet_unencrypted()
    {
        var guard = new AddressGuard(allowLocal: true, [], (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("8.8.8.8")]));
        using var http = new HttpClient(GuardedHandler.Create(guard)) { Timeout = TimeSpan.FromSeconds(5) };

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri("http://public.example/")));

        Assert.IsType<AddressNotAllowedException>(error.InnerException);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("//10.0.0.1/")]
    public async Task The_client_follows_no_redirect(string location)
    {
        using var provider = new RealProvider($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");
        var guard = new AddressGuard(allowLocal: true, []);
        using var http = new HttpClient(GuardedHandler.Create(guard));
        var client = new Api4ComClient(http, Microsoft.Extensions.Options.Options.Create(new Api4ComOptions { AllowLocal = true }), guard, TimeProvider.System);

        var error = await Assert.ThrowsAsync<Api4ComException>(() =>
            client.GetCurrentUserAsync(new Api4ComAccount($"http://127.0.0.1:{provider.Port}/api/v1", "t"), default));

        Assert.Equal(Api4ComErrorKind.UnexpectedAnswer, error.Kind);
        Assert.Equal(1, provider.Connections);
    }
}
