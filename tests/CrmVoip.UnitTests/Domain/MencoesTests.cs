using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class MencoesTests
{
    private static readonly (Guid Id, string Nome)[] _pessoas =
        [.. new[] { "Ana Souza", "Ana", "Bruno Tavares", "João D'Ávila Jr.", "Carla Nunes", "carla nunes", "Érica Lima" }.Select((nome, i) => (new Guid(i, 0, 0, new byte[8]), nome))];

    [Fact]
    public void Pieces_of_a_text_are_the_text() =>
        Assert.Equal(
            [("oi ", false), ("@Bruno", true), (", e ", false), ("@Ana Souza", true), ("", false)],
            new Mencoes(_pessoas).Partes("oi @Bruno, e @Ana Souza"));

    [Theory]
    [InlineData("@Bruno Tavares pode ligar?", "@Bruno Tavares", "Bruno Tavares")]
    [InlineData("fale com @bruno, por favor", "@bruno", "Bruno Tavares")]
    [InlineData("(@ana souza.)", "@ana souza", "Ana Souza")]
    [InlineData("@Ana Paula ligou", "@Ana", "Ana")]
    [InlineData("obrigado @erica", "@erica", "Érica Lima")]
    [InlineData("@João D’Avila Jr.", "@João D’Avila Jr", "João D'Ávila Jr.")]
    [InlineData("@Bruno,@Érica Lima", "@Bruno|@Érica Lima", "Bruno Tavares|Érica Lima")]
    [InlineData("veja:\n@Bruno Tavares\nobrigado", "@Bruno Tavares", "Bruno Tavares")]
    [InlineData("@CARLA NUNES", "@CARLA NUNES", "Carla Nunes,carla nunes")]
    [InlineData("@carla", "", "")]
    [InlineData("@Brunoo @ Bruno @ @", "", "")]
    [InlineData("bruno@bruno.example", "", "")]
    [InlineData("@👍 ligou", "", "")]
    [InlineData("", "", "")]
    public void Somebody_is_named_as_people_write_it(string texto, string trechos, string nomes)
    {
        var achadas = new Mencoes(_pessoas).Em(texto);

        Assert.Equal(trechos, string.Join('|', achadas.Select(m => texto.Substring(m.Inicio, m.Tamanho))));
        Assert.Equal(nomes, string.Join('|', achadas.Select(m => string.Join(',', m.Quem.Select(id => _pessoas.Single(p => p.Id == id).Nome)))));
    }
}
