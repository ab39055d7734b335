using System.Security.Cryptography;

namespace CrmVoip.UnitTests.Delivery;

/// <summary>
/// A migration that a database may have run is never edited: what is added to it reaches new databases only. When a version
/// ships, its migrations join the list: <c>sha256sum src/CrmVoip/Data/Migrations/*/2*_*[a-z].cs | grep -v Designer</c>.
/// </summary>
public sealed class ShippedMigrationsTests
{
    private const string Migrations = "src/CrmVoip/Data/Migrations";
    private const string List = "tests/CrmVoip.UnitTests/Delivery/shipped-migrations.sha256";

    /// <summary>As sha256sum prints them: hash, two spaces, path.</summary>
    public static TheoryData<string> Shipped => [.. Repository.Read(List).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_migration_is_as_it_was(string line)
    {
        var (sha256, path) = (line[..64], line[66..]);

        Assert.StartsWith(Migrations, path, StringComparison.Ordinal);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, path)))));
    }
}
