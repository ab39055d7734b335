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
        [Acoes.Conta.SegundoFatorLigado] = new(
            "Verificação em duas etapas ligada", "A verificação em duas etapas da sua conta no CrmVoip foi ligada: para entrar é preciso também um código do aplicativo."),
        [Acoes.Conta.SegundoFatorDesligado] = new(
            "Verificação em duas etapas desligada", "A verificação em duas etapas da sua conta no CrmVoip foi desligada: a senha basta para entrar."),
        [Acoes.Conta.CodigosTrocados] = new("Códigos de recuperação novos", "Foram gerados códigos de recuperação novos para a sua conta no CrmVoip. Os anteriores não valem mais."),
        [Acoes.Conta.CodigoDeRecuperacaoUsado] = new("Entrada com um código de recuperação", "Alguém entrou na sua conta no CrmVoip com um código de recuperação."),
        [Acoes.Conta.ChaveIncluida] = new("Chave de acesso incluída", "Uma chave de acesso foi incluída na sua conta no CrmVoip: quem a tem entra sem senha."),
        [Acoes.Conta.ChaveRemovida] = new("Chave de acesso removida", "Uma chave de acesso foi removida da sua conta no CrmVoip."),
    };

    public static IEnumerable<string> Avisadas => _todos.Keys;

    public static AvisoDaConta? De(string acao) => _todos.GetValueOrDefault(acao);
}
