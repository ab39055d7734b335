using System.Globalization;
using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class DinheiroTests
{
    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("R$ 12.400", "12400")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("1.234", "1234")]
    [InlineData("0", "0")]
    [InlineData("R$\u00a01.000.000,00", "1000000")]
    public void Amount_is_read_as_people_write_it(string texto, string valor) =>
        Assert.Equal(decimal.Parse(valor, CultureInfo.InvariantCulture), Dinheiro.Ler(texto));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mil reais")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("1.23,45")]
    [InlineData("10,999")]
    [InlineData("10,005")]
    [InlineData("1234.567")]
    [InlineData("1,234.56")]
    [InlineData(".500")]
    public void Text_that_could_mean_something_else_is_no_amount(string? texto) => Assert.Null(Dinheiro.Ler(texto));
}
