using System.Text.Json;
using CrmVoip.Text;

namespace CrmVoip.UnitTests.Text;

public sealed class JsonInteiroTests
{
    [Theory]
    [InlineData("""{"a":"Ana"}""", "Ana")]
    [InlineData("""{"a":"Jos\u00e9 \ud83e\udd8a"}""", "José \U0001F98A")]
    [InlineData("""{"a":"Ana \ud83e"}""", "Ana \uFFFD")]
    [InlineData("""{"a":"\udd8a Ana"}""", "\uFFFD Ana")]
    [InlineData("""{"a":"\ud83e\ud83e\udd8a\udd8a"}""", "\uFFFD\U0001F98A\uFFFD")]
    [InlineData("""{"a":"\ud83e\u0041"}""", "\uFFFDA")]
    [InlineData("""{"a":"A\u0000na\n"}""", "Ana\n")]
    [InlineData("""{"a":"\\ud83e \\u0000 \"\\"}""", "\\ud83e \\u0000 \"\\")]
    public void Text_of_a_field_can_always_be_read(string json, string texto)
    {
        using var documento = JsonDocument.Parse(JsonInteiro.De(json));

        Assert.Equal(texto, documento.RootElement.GetProperty("a").GetString());
    }
}
