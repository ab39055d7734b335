using System.Net;
using CrmVoip.Web;

namespace CrmVoip.UnitTests.Web;

public sealed class RedeDoPedidoTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:DB8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%2", "fe80::/64")]
    public void Address_counts_whole_or_by_the_network_of_one_customer(string endereco, string rede) =>
        Assert.Equal(rede, RedeDoPedido.De(IPAddress.Parse(endereco)));

    [Fact]
    public void Without_an_address_all_count_as_one() => Assert.Equal(RedeDoPedido.Desconhecida, RedeDoPedido.De(null));
}
