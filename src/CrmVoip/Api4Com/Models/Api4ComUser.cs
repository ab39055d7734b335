namespace CrmVoip.Api4Com.Models;

/// <summary>Whose token it is. Of a USER the provider takes webhooks only to drop them, and dials from that person's ramal alone.</summary>
public sealed record Api4ComUser(string Email, string? Name, string? Role)
{
    public bool IsAdministrator => string.Equals(Role, "ADMIN", StringComparison.OrdinalIgnoreCase);

    /// <summary>Told so by the provider; a role it does not tell is no reason to warn.</summary>
    public bool IsOrdinary => !IsAdministrator && Role is not null;
}
