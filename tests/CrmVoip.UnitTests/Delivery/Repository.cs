namespace CrmVoip.UnitTests.Delivery;

internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CrmVoip.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CrmVoip.sln is above no test.");
        }

        return folder;
    }
}
