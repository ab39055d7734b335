using CrmVoip.UnitTests.Delivery;

namespace CrmVoip.IntegrationTests.Hosting.Receitas;

/// <summary>A file of docs/operations as the operator takes it, with nothing but its addresses replaced.</summary>
public sealed class Receita(string texto)
{
    public string Texto => texto;

    public static Receita Ler(string arquivo) => new(Repository.Read($"docs/operations/{arquivo}"));

    /// <summary>What is not there cannot be replaced: the test would run something else than the file.</summary>
    public Receita Trocar(string isto, string poraquilo)
    {
        Assert.Contains(isto, texto, StringComparison.Ordinal);
        return new(texto.Replace(isto, poraquilo, StringComparison.Ordinal));
    }
}
