using CrmVoip.Domain;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>What the owner of an account is told by mail, per kind of event. An event of a kind that stands here brings its mail with it.</summary>
public sealed record AvisoDaConta(string Assunto, string Oque)
{
    private static readonly Dictionary<string, AvisoDaConta> _todos = new(StringComparer.Ordinal)
    {
        [Acoes.Conta.DispositivoNovo] = new("Entrada em um aparelho novo", "Alguém entrou na sua conta no CrmVoip por um aparelho que ainda não conhecíamos."),
        [Acoes.Conta.SenhaTrocada] = new("A senha da sua conta foi trocada", "A senha da sua conta no CrmVoip foi trocada."),
        [Acoes.Conta.SenhaRedefinida] = new(
            "A senha da sua conta foi trocada por um link", "A senha da sua conta no CrmVoip foi trocada pelo link de recuperação."),
    };

    public static IEnumerable<string> Avisadas => _todos.Keys;

    public static AvisoDaConta? De(string acao) => _todos.GetValueOrDefault(acao);
}
