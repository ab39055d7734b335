using CrmVoip.Web;

namespace CrmVoip.UnitTests.Web;

public sealed class DiaLocalTests
{
    [Fact]
    public void Day_that_began_at_one_begins_there() =>
        Assert.Equal(new DateTimeOffset(2018, 11, 4, 3, 0, 0, TimeSpan.Zero), DiaLocal.Inicio(new DateOnly(2018, 11, 4), "America/Sao_Paulo"));

    [Fact]
    public void Day_of_a_moment_is_the_organizations() =>
        Assert.Equal(new DateOnly(2026, 11, 24), DiaLocal.De(new DateTimeOffset(2026, 11, 25, 2, 59, 0, TimeSpan.Zero), "America/Sao_Paulo"));

    [Theory]
    [InlineData("24/11/2026")]
    [InlineData("24/11/26")]
    [InlineData(" 2026-11-24 ")]
    public void Day_is_read_as_it_is_typed_and_as_kept_addresses_have_it(string texto) => Assert.Equal(new DateOnly(2026, 11, 24), DiaLocal.Ler(texto));

    [Fact]
    public void Field_says_a_day_as_Brazil_writes_it() => Assert.Equal("05/12/2026", DiaLocal.ParaCampo(new DateOnly(2026, 12, 5)));

    [Theory]
    [InlineData("31/11/2026")]
    [InlineData("11/24/2026")]
    [InlineData("24/11")]
    [InlineData("2026-13-01")]
    [InlineData("9999-12-31")]
    [InlineData(null)]
    public void What_is_no_day_is_none(string? texto) => Assert.Null(DiaLocal.Ler(texto));
}
