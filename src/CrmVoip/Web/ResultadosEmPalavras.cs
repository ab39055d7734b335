using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Web;

/// <summary>What an outcome of calls does, as lists and the audit page say it.</summary>
public static class ResultadosEmPalavras
{
    /// <summary>Null where it does nothing.</summary>
    public static string? OQueFaz(EfeitosDoResultado efeitos)
    {
        string?[] partes =
        [
            efeitos.Relevante ? "conta como conversa relevante" : null,
            efeitos.NoNumero switch
            {
                EfeitoNoNumero.Errado => "marca o telefone como errado",
                EfeitoNoNumero.NaoLigar => "marca o número como não ligar",
                _ => null,
            },
            efeitos.PedeTarefa ? "pede a próxima tarefa" : null,
        ];
        return string.Join("; ", partes.OfType<string>()) is { Length: > 0 } palavras ? palavras : null;
    }
}
