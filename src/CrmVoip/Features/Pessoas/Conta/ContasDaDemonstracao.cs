namespace CrmVoip.Features.Pessoas.Conta;

public sealed record ContaDeDemonstracao(string Email, string Papel, string Organizacao);

/// <summary>The logins offered on the sign-in page: none outside demo mode.</summary>
public sealed record ContasDaDemonstracao(IReadOnlyList<ContaDeDemonstracao> Contas, string Senha)
{
    public static readonly ContasDaDemonstracao Nenhuma = new([], "");
}
