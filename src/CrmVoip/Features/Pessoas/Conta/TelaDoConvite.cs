using CrmVoip.Domain;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// What the person must do to accept. Whether the invited address has an account is told to who can read its mail, and to nobody
/// else: an administrador has the link of every invitation.
/// </summary>
public enum PassoDoConvite
{
    CriarConta,

    /// <summary>Sign in, or have the link that only the mailbox gets sent there.</summary>
    ProvarOEndereco,
    Entrar,
    Aceitar,
    TrocarDePessoa,
}

public sealed record TelaDoConvite(ConviteLido Convite, PassoDoConvite Passo, Usuario? Conectado, NovaContaForm Form);
