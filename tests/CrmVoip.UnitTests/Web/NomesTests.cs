using CrmVoip.Web;

namespace CrmVoip.UnitTests.Web;

public sealed class NomesTests
{
    [Fact]
    public void Names_stand_as_in_a_brazilian_list() =>
        Assert.Equal(
            ["álvaro", "Ana", "Élcio", "elisa", "Ítalo", "Zuleica"],
            "Zuleica elisa Ítalo Ana Élcio álvaro".Split(' ').Order(Nomes.Ordem));
}
