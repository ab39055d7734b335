namespace CrmVoip.Web;

/// <summary>Two people changed one field, or what was typed lacks something: there are values to choose from.</summary>
/// <param name="Frase">Who changed it to what, as a sentence.</param>
/// <param name="Manter">The value that was typed here, as the button says it; null where it cannot stay.</param>
/// <param name="Usar">The other one.</param>
/// <param name="Valor">What goes into the field with the other one.</param>
public sealed record EscolhaDoCampo(string Frase, string? Manter, string Usar, string Valor)
{
    /// <summary>Key of ViewData: the choices of a form, by the names of its fields. Drawn by crm-campo.</summary>
    public const string Chave = "Escolhas do conflito";
}
