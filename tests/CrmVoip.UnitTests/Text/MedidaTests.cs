using System.Text;
using CrmVoip.Text;

namespace CrmVoip.UnitTests.Text;

public sealed class MedidaTests
{
    private const string Raposa = "\U0001F98A";
    private const string Familia = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    private const string Bandeira = "\U0001F1E7\U0001F1F7";

    [Theory]
    [InlineData("Ana", 3)]
    [InlineData(Raposa + "Ana", 4)]
    [InlineData("e\u0301", 2)]
    [InlineData("", 0)]
    public void Characters_are_counted_as_the_database_counts_them(string texto, int quantos) => Assert.Equal(quantos, texto.Caracteres());

    [Theory]
    [InlineData("Ana Moura", 3, "Ana")]
    [InlineData("Ana", 3, "Ana")]
    [InlineData("Ana" + Raposa, 4, "Ana" + Raposa)]
    [InlineData("Ana" + Raposa, 3, "Ana")]
    [InlineData("Lima" + Familia + "!", 8, "Lima")]
    [InlineData("Lima" + Familia + "!", 9, "Lima" + Familia)]
    [InlineData("Sul" + Bandeira, 4, "Sul")]
    [InlineData("Jose\u0301", 4, "Jos")]
    [InlineData("", 3, "")]
    public void A_cut_goes_between_letters_as_read(string texto, int maximo, string cortado) => Assert.Equal(cortado, texto.Cortado(maximo));

    [Fact]
    public void One_letter_longer_than_the_limit_keeps_what_fits_of_it()
    {
        Assert.Equal("a" + new string('\u0301', 9), ("a" + new string('\u0301', 200)).Cortado(10));
        Assert.Equal("\U0001F468\u200D", Familia.Cortado(2));
    }

    /// <summary>Wherever the limit falls, the rest is whole text of at most so many characters, and a beginning of what was given.</summary>
    [Fact]
    public void Cut_text_is_whole_wherever_the_limit_falls()
    {
        var inteiro = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        const string Texto = "Zé" + Raposa + Familia + " e\u0301" + Bandeira + "\u00A0fim" + Raposa;
        for (var maximo = 0; maximo <= Texto.Length; maximo++)
        {
            var cortado = Texto.Cortado(maximo);

            Assert.StartsWith(cortado, Texto, StringComparison.Ordinal);
            Assert.InRange(cortado.Caracteres(), 0, maximo);
            Assert.Equal(cortado, inteiro.GetString(inteiro.GetBytes(cortado)));
        }
    }
}
