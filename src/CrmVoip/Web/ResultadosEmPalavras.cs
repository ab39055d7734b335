using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Web;

/// <summary>What an outcome of calls does, as lists and the audit page say it.</summary>
public static class ResultadosEmPalavras
{
    /// <summary>Null where it does nothing.</summary>
    public static string? OQueFaz(bool relevante, EfeitoNoNumero efeito)
    {
        string?[] partes =
        [
            relevante ? "conta como conversa relevante" : null,
            efeito switch
            {
                EfeitoNoNumero.Errado => "marca o telefone como errado",
                EfeitoNoNumero.NaoLigar => "marca o número como não ligar",
                _ => null,
            },
        ];
        return string.Join("; ", partes.OfType<string>()) is { Length: > 0 } palavras ? palavras : null;
    }
}
