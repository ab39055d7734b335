namespace CrmVoip.Api4Com.Models;

/// <summary>What a working token reveals. Domain and WssUrl are null when the account has no ramal yet.</summary>
public sealed record Api4ComConnection(Api4ComUser User, string? Domain, string? WssUrl, int Extensions);
