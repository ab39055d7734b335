namespace CrmVoip.Domain;

/// <summary>Days that are named from where one stands: what buttons offer.</summary>
public static class PrazoRelativo
{
    public const string Hoje = "hoje";
    public const string Amanha = "amanha";
    public const string TresDias = "tres";
    public const string Segunda = "segunda";

    /// <summary>For a task that is put off: one day more.</summary>
    public const string UmDia = "um";

    /// <summary>Null for a word that is none of them.</summary>
    /// <param name="palavra">One of them.</param>
    /// <param name="de">The day it is reckoned from.</param>
    public static DateOnly? Dia(string? palavra, DateOnly de) => palavra switch
    {
        Hoje => de,
        Amanha or UmDia => de.AddDays(1),
        TresDias => de.AddDays(3),
        Segunda => de.AddDays(DiasAteSegunda(de)),
        _ => null,
    };

    // On a Monday, the next one.
    private static int DiasAteSegunda(DateOnly de) => de.DayOfWeek == DayOfWeek.Sunday ? 1 : 8 - (int)de.DayOfWeek;
}
