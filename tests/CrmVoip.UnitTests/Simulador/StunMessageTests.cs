using System.Net;
using System.Text;
using CrmVoip.Simulador.Media;

namespace CrmVoip.UnitTests.Simulador;

public sealed class StunMessageTests
{
    private const string Password = "VOkJxbRl1RmTxUk/WvJxBt";

    /// <summary>RFC 5769 §2.1.</summary>
    private static readonly byte[] Request = Convert.FromHexString(
        "000100582112A442B7E7A701BC34D686FA87DFAE"
        + "802200105354554E207465737420636C69656E74"
        + "002400046E0001FF"
        + "80290008932FF9B151263B36"
        + "000600096576746A3A68367659202020"
        + "000800149AEAA70CBFD8CB56781EF2B5B2D3F249C1B571A2"
        + "80280004E57A3BCF");

    [Fact]
    public void Request_of_RFC_5769_is_authentic()
    {
        var request = StunMessage.ReadRequest(Request, Password);

        Assert.Equal("evtj:h6vY", request?.Username);
        Assert.False(request?.UseCandidate);
    }

    [Fact]
    public void Another_password_does_not_fit() => Assert.Null(StunMessage.ReadRequest(Request, Password + "x"));

    [Fact]
    public void Cut_messages_are_refused() => Assert.All(
        Enumerable.Range(0, 84),
        length => Assert.Null(StunMessage.ReadRequest(Request.AsSpan(0, length), Password)));

    [Fact]
    public void Response_carries_the_mapped_address_of_RFC_5769_and_is_authentic()
    {
        var response = StunMessage.CreateResponse(Request, IPEndPoint.Parse("192.0.2.1:32853"), Password);

        Assert.Equal("0101", Convert.ToHexString(response[..2]));
        Assert.Contains("002000080001A147E112A643", Convert.ToHexString(response), StringComparison.Ordinal);
        Assert.True(StunMessage.HasValidIntegrity(response, Password));
    }

    [Fact]
    public void Address_mapped_to_IPv6_is_told_as_IPv4()
    {
        var response = StunMessage.CreateResponse(Request, IPEndPoint.Parse("[::ffff:192.0.2.1]:32853"), Password);

        Assert.Contains("002000080001A147E112A643", Convert.ToHexString(response), StringComparison.Ordinal);
    }

    [Fact]
    public void Checksum_is_the_usual_CRC_32() => Assert.Equal(0xCBF43926, Crc32.Compute(Encoding.ASCII.GetBytes("123456789")));

    [Fact]
    public void Agent_follows_the_nominated_address_and_changes_credentials_on_restart()
    {
        var agent = new IceLiteAgent();
        agent.ApplyRemote("um");
        var before = agent.Ufrag;
        agent.ApplyRemote("um");
        Assert.Equal(before, agent.Ufrag);

        agent.ApplyRemote("dois");
        Assert.NotEqual(before, agent.Ufrag);
        Assert.Null(agent.Answer(Request, IPEndPoint.Parse("192.0.2.1:1")));
        Assert.Null(agent.Peer);
    }
}
