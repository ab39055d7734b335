using CrmVoip.Domain.Busca;

namespace CrmVoip.UnitTests.Domain.Busca;

public sealed class TextoDobradoTests
{
    [Theory]
    [InlineData("Conceição  ÁVILA", "conceicao avila")]
    [InlineData("Concei\u0063\u0327a\u0303o", "conceicao")]
    [InlineData("Škoda Nguyễn Łódź Ørsted", "skoda nguyen lodz orsted")]
    [InlineData("Straße", "strasse")]
    [InlineData("D'Ávila & Filhos S/A", "d avila filhos s a")]
    [InlineData("ana@aurora.com.br", "ana aurora com br")]
    [InlineData("Pedido 2026-117", "pedido 2026 117 2026117")]
    [InlineData("(11) 96123-4567", "11 96123 4567 961234567")]
    [InlineData("Caf\u00e9\u200e ﬁbra Ｘ５", "cafe fibra x5")]
    [InlineData("🚀 foguete", "🚀 foguete")]
    [InlineData("meio \ud83d par", "meio par")]
    [InlineData("%_!", "")]
    [InlineData(null, "")]
    public void Words_are_the_same_however_they_are_written(string? texto, string palavras) =>
        Assert.Equal(palavras, string.Join(' ', TextoDobrado.Palavras(texto)));

    [Fact]
    public void Telephone_is_found_by_any_four_digits_and_more()
    {
        var dobrado = new ConteudoPesquisavel(["Ana"], ["+5511961234567"]).Dobrado;

        Assert.Equal(" ana #5511961234567", dobrado);
        var termos = ConteudoPesquisavel.Termos(dobrado).ToList();
        Assert.Equal(["ana", "5511961234567", "511961234567"], termos.Take(3));
        Assert.Equal("4567", termos[^1]);
        Assert.All(Enumerable.Range(0, 10), i => Assert.Contains(termos, t => t.StartsWith("5511961234567".Substring(i, 4), StringComparison.Ordinal)));
    }

    [Fact]
    public void Long_word_is_cut_between_its_letters() =>
        Assert.Equal(new string('a', 40), ConteudoPesquisavel.Termo(new string('a', 40) + "🚀"));
}
