namespace CrmVoip.Web;

/// <summary>What was typed into a search, or came in an address: without what PostgreSQL cannot hold, and not endless.</summary>
public static class TextoDeBusca
{
    public const int Maximo = 100;

    public static string Limpar(string? digitado)
    {
        var limpo = string.Concat((digitado ?? "").Where(c => !char.IsControl(c))).Trim();
        return limpo.Length <= Maximo ? limpo : limpo[..Corte(limpo)];
    }

    // Not through the middle of a character that takes two places.
    private static int Corte(string texto) => char.IsHighSurrogate(texto[Maximo - 1]) ? Maximo - 1 : Maximo;
}
