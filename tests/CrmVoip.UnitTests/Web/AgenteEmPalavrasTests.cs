using CrmVoip.Web;

namespace CrmVoip.UnitTests.Web;

public sealed class AgenteEmPalavrasTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36", "Chrome no Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0", "Edge no Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox no Linux")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15", "Safari no macOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1", "Chrome no iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet no Android")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "Outro programa no Linux")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Browser_and_system_are_named_as_people_do(string? agente, string? palavras) => Assert.Equal(palavras, AgenteEmPalavras.De(agente));

    [Fact]
    public void Name_nobody_knows_is_cut() => Assert.Equal(40, AgenteEmPalavras.De(new string('x', 300))!.Length);
}
