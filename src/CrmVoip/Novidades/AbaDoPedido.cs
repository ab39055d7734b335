namespace CrmVoip.Novidades;

/// <summary>The browser tab a request comes from, by a name it gave itself for as long as its page lives.</summary>
public static class AbaDoPedido
{
    public const string Cabecalho = "X-Aba";
    private const int Maximo = 40;

    public static string? De(HttpContext? contexto) =>
        contexto?.Request.Headers[Cabecalho].ToString() is { Length: > 0 and <= Maximo } aba && aba.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? aba : null;
}
