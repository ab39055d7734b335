using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class EnderecoDaOrganizacaoTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("aurora-energia-solar")]
    [InlineData("3m-do-brasil")]
    [InlineData("a234567890123456789012345678901234567890")]
    public void Letters_digits_and_single_hyphens_are_an_address(string slug) => Assert.True(EnderecoDaOrganizacao.Valido(slug));

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("a2345678901234567890123456789012345678901")]
    [InlineData("Aurora")]
    [InlineData("são-joão")]
    [InlineData("-aurora")]
    [InlineData("aurora-")]
    [InlineData("aurora--solar")]
    [InlineData("aurora_solar")]
    [InlineData("aurora/solar")]
    [InlineData("aurora\n")]
    public void Everything_else_is_not(string slug) => Assert.False(EnderecoDaOrganizacao.Valido(slug));

    [Theory]
    [InlineData("admin")]
    [InlineData("criar")]
    [InlineData("crmvoip")]
    public void Names_of_the_product_itself_are_reserved(string slug)
    {
        Assert.True(EnderecoDaOrganizacao.Reservado(slug));
        Assert.False(EnderecoDaOrganizacao.Reservado(slug + "-aurora"));
    }
}
