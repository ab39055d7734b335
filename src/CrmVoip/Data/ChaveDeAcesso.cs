using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Data;

/// <summary>A passkey of an account. Identity keeps what proves it; when it was used last is ours.</summary>
public sealed class ChaveDeAcesso : IdentityUserPasskey<Guid>
{
    public const int NomeMaximo = 60;

    public DateTimeOffset? UsadaEm { get; private set; }
}
