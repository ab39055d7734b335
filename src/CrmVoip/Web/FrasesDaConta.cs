using CrmVoip.Domain;

namespace CrmVoip.Web;

/// <summary>The facts about an account in words, the same for its owner and for the audit.</summary>
public static class FrasesDaConta
{
    public static readonly IReadOnlyDictionary<string, string> Todas = new Dictionary<string, string>
    {
        [Acoes.Conta.Criada] = "Criou a conta",
        [Acoes.Conta.Entrou] = "Entrou",
        [Acoes.Conta.Recusada] = "Tentativa de entrada recusada",
        [Acoes.Conta.Bloqueada] = "Entrada bloqueada por senhas ou códigos errados demais",
        [Acoes.Conta.Saiu] = "Saiu",
        [Acoes.Conta.SaiuDeTudo] = "Saiu de todos os aparelhos",
        [Acoes.Conta.SessaoEncerrada] = "Encerrou uma sessão em outro aparelho",
        [Acoes.Conta.DispositivoNovo] = "Entrada em um aparelho novo",
        [Acoes.Conta.SenhaTrocada] = "Trocou a senha",
        [Acoes.Conta.RecuperacaoPedida] = "Pediu um link para redefinir a senha",
        [Acoes.Conta.EmailConfirmado] = "Confirmou o e-mail",
        [Acoes.Conta.SenhaRedefinida] = "Redefiniu a senha pelo link",
        [Acoes.Conta.SegundoFatorLigado] = "Ligou a verificação em duas etapas",
        [Acoes.Conta.SegundoFatorDesligado] = "Desligou a verificação em duas etapas",
        [Acoes.Conta.CodigosTrocados] = "Trocou os códigos de recuperação",
        [Acoes.Conta.CodigoDeRecuperacaoUsado] = "Usou um código de recuperação",
        [Acoes.Conta.ChaveIncluida] = "Incluiu uma chave de acesso",
        [Acoes.Conta.ChaveRemovida] = "Removeu uma chave de acesso",
    };
}
