namespace CrmVoip.UnitTests;

/// <summary>The files of the project, for tests that read them.</summary>
internal static class Repositorio
{
    public static string Raiz { get; } = Achar();

    private static string Achar()
    {
        var pasta = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(pasta.FullName, "CrmVoip.sln")))
        {
            pasta = pasta.Parent ?? throw new InvalidOperationException("CrmVoip.sln not found above the tests.");
        }

        return pasta.FullName;
    }
}
