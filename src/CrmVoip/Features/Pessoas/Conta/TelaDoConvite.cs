using CrmVoip.Domain;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What the person must do to accept: it depends on who is signed in, and on whether the invited address has an account.</summary>
public enum PassoDoConvite
{
    CriarConta,
    Entrar,
    Aceitar,
    TrocarDePessoa,
}

public sealed record TelaDoConvite(ConviteLido Convite, PassoDoConvite Passo, Usuario? Conectado, NovaContaForm Form);
