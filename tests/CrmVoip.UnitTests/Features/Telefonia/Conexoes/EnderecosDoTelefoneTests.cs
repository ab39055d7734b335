using CrmVoip.Features.Telefonia.Conexoes;

namespace CrmVoip.UnitTests.Features.Telefonia.Conexoes;

public sealed class EnderecosDoTelefoneTests
{
    [Theory]
    [InlineData("empresa.api4com.com", true)]
    [InlineData("sip", true)]
    [InlineData("empresa.api4com.com:6443", false)]
    [InlineData("empresa.api4com.com/x", false)]
    [InlineData("empresa..com", false)]
    [InlineData("-empresa.com", false)]
    [InlineData("empresa.com ; *", false)]
    [InlineData("empresa.com\n", false)]
    [InlineData("localhost", false)]
    [InlineData("a.localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("", false)]
    public void A_sip_domain_is_a_host_and_nothing_more(string texto, bool vale) =>
        Assert.Equal(vale, EnderecosDoTelefone.EhDominio(texto, permiteLocal: false));

    [Theory]
    [InlineData("wss://empresa.api4com.com:6443", true)]
    [InlineData("WSS://empresa.api4com.com", true)]
    [InlineData("wss://empresa.api4com.com/ws/sip", true)]
    [InlineData("ws://empresa.api4com.com", false)]
    [InlineData("https://empresa.api4com.com", false)]
    [InlineData("wss://empresa.api4com.com:99999", false)]
    [InlineData("wss://user@empresa.api4com.com", false)]
    [InlineData("wss://empresa.api4com.com/?x=1", false)]
    [InlineData("wss://empresa.api4com.com/#x", false)]
    [InlineData("wss://empresa.api4com.com;script-src *", false)]
    [InlineData("wss://*.api4com.com", false)]
    [InlineData("wss://empresa.api4com.com\r\nX: y", false)]
    [InlineData("wss://localhost:6443", false)]
    [InlineData("wss://127.0.0.1", false)]
    public void A_socket_address_is_wss_a_host_and_at_most_port_and_path(string texto, bool vale) =>
        Assert.Equal(vale, EnderecosDoTelefone.EhWss(texto, permiteLocal: false));

    [Theory]
    [InlineData("ws://127.0.0.1:5090/sip")]
    [InlineData("wss://localhost")]
    public void The_operator_may_allow_this_machine(string texto) => Assert.True(EnderecosDoTelefone.EhWss(texto, permiteLocal: true));

    [Theory]
    [InlineData("stun:stun.example.com", true)]
    [InlineData("stun:stun.example.com:3478", true)]
    [InlineData("turn:turn.example.com:3478?transport=tcp", true)]
    [InlineData("turns:turn.example.com?transport=UDP", true)]
    [InlineData("turn:10.0.0.7", true)]
    [InlineData("stun:stun.example.com?transport=tcp", false)]
    [InlineData("turn:turn.example.com?transport=sctp", false)]
    [InlineData("stun://stun.example.com", false)]
    [InlineData("turn:user:pass@turn.example.com", false)]
    [InlineData("stun:", false)]
    [InlineData("stun:a b", false)]
    [InlineData("http://stun.example.com", false)]
    public void An_ice_server_is_a_stun_or_turn_address(string texto, bool vale) => Assert.Equal(vale, EnderecosDoTelefone.EhIce(texto));
}
