using System.Text.Json;

namespace CrmVoip.Api4Com.Models;

/// <summary>
/// A ramal together with its SIP password, for the one who seals it at once: giving people the ramais of the account. No
/// record, so that nothing prints the password by printing this.
/// </summary>
public sealed class Api4ComExtensionSecret
{
    private Api4ComExtensionSecret(Api4ComExtension extension, string? password)
    {
        Extension = extension;
        Password = password;
    }

    public Api4ComExtension Extension { get; }

    /// <summary>Null when the provider did not send one.</summary>
    public string? Password { get; }

    public override string ToString() => Extension.ToString();

    internal static Api4ComExtensionSecret? Read(JsonElement row, bool allowLocal) =>
        Api4ComExtension.Read(row, allowLocal) is { } extension ? new Api4ComExtensionSecret(extension, row.Text("senha", "password")) : null;
}
