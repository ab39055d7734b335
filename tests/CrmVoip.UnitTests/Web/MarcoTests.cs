using CrmVoip.Web;

namespace CrmVoip.UnitTests.Web;

public sealed class MarcoTests
{
    [Fact]
    public void Place_comes_back_from_an_address_as_it_went()
    {
        var marco = new Marco(DateTimeOffset.UnixEpoch.AddMicroseconds(1_732_492_320_123_456), Guid.Parse("0193a2b0-0000-7000-8000-000000000001"));
        Assert.Equal("1732492320123456-0193a2b0000070008000000000000001", marco.ToString());
        Assert.Equal(marco, Marco.Ler(marco.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-2")]
    [InlineData("99999999999999999999-0193a2b0000070008000000000000001")]
    [InlineData("-1-0193a2b0000070008000000000000001")]
    [InlineData("9223372036854775807-0193a2b0000070008000000000000001")]
    public void Place_that_nobody_wrote_is_none(string? texto) => Assert.Null(Marco.Ler(texto));

    [Fact]
    public void A_row_too_many_says_where_the_next_page_begins()
    {
        var linhas = Enumerable.Range(0, FolhaExtensions.Linhas + 1).Select(i => new Marco(DateTimeOffset.UnixEpoch.AddMinutes(-i), Guid.NewGuid())).ToList();

        var folha = linhas.EmFolha(l => l);

        Assert.Equal(linhas.SkipLast(1), folha.Linhas);
        Assert.Equal(linhas[^2], folha.MaisAntigas);
        Assert.Null(linhas.SkipLast(1).ToList().EmFolha(l => l).MaisAntigas);
    }
}
