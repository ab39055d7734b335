using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Domain;

/// <summary>The account of a person, global: one person may be a member of several organizations.</summary>
public sealed class Usuario : IdentityUser<Guid>
{
    public const int NomeMaximo = 120;

    public Usuario()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public string Nome { get; set; } = "";

    /// <summary>Slug of the organization used last: where a bare address such as /conexoes leads.</summary>
    public string? UltimaOrganizacao { get; set; }
}
