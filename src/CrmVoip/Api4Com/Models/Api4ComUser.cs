namespace CrmVoip.Api4Com.Models;

public sealed record Api4ComUser(string Email, string? Name, string? Role);
