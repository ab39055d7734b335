namespace CrmVoip.Hosting;

/// <summary>
/// Where the product finds its own files, whatever folder it is started in. Published, they lie beside it; settings files are
/// read once, because watching for a change of them walks the whole folder, and a service is started in the root of the disk.
/// </summary>
public static class Pastas
{
    private const string SemVigiar = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplicationOptions Opcoes(string[] args) => new()
    {
        Args = [.. args, SemVigiar],
        ContentRootPath = Publicado && !args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? AppContext.BaseDirectory : null,
    };

    private static bool Publicado => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
}
