namespace CrmVoip.Data;

/// <summary>Patterns for ILIKE: what was typed is text, never a wildcard.</summary>
public static class Padrao
{
    public static string Contem(string texto) =>
        $"%{texto.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
