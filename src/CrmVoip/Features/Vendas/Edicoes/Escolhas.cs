using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Edicoes;

/// <summary>Tells a conflict at its field: who changed what to which value, and the two values to choose from.</summary>
public static class Escolhas
{
    /// <param name="quem">As a sentence begins.</param>
    /// <param name="campo">"o título".</param>
    /// <param name="meu">What was typed here, as a person reads it.</param>
    /// <param name="guardado">What is stored now.</param>
    /// <param name="valor">The same, as the field says it.</param>
    public static EscolhaDoCampo Entre(string quem, string campo, string meu, string guardado, string valor) => new(
        guardado.Length == 0 ? $"{quem} apagou {campo}." : $"{quem} mudou {campo} para {(campo == "o valor" ? "R$ " : "")}{guardado}.",
        "Manter " + (meu.Length == 0 ? "vazio" : meu),
        guardado.Length == 0 ? "Deixar vazio" : "Usar " + guardado,
        valor);
}
