using CrmVoip.Text;

namespace CrmVoip.Web;

/// <summary>What was typed into a search, or came in an address: without what PostgreSQL cannot hold, and not endless.</summary>
public static class TextoDeBusca
{
    public const int Maximo = 100;

    public static string Limpar(string? digitado) => string.Concat((digitado ?? "").Where(c => !char.IsControl(c))).Trim().Cortado(Maximo);
}
