using System.Reflection;

namespace CrmVoip.Hosting;

/// <summary>Of the program that runs, with the revision it was built from where the build knew it.</summary>
public static class Versao
{
    public static string DoProduto { get; } =
        typeof(Versao).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
