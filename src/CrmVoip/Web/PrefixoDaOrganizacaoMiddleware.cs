namespace CrmVoip.Web;

/// <summary>Moves /o/{slug} from Path to PathBase before routing, so that every link made below keeps it by itself.</summary>
public sealed class PrefixoDaOrganizacaoMiddleware(RequestDelegate next)
{
    private const string Prefixo = "/o/";
    private static readonly object _chave = new();

    public static string? Slug(HttpContext context) => context.Items[_chave] as string;

    public Task InvokeAsync(HttpContext context)
    {
        // The error pages run the pipeline again, with an address of no organization.
        context.Items.Remove(_chave);
        var caminho = context.Request.Path.Value ?? "";
        if (caminho.StartsWith(Prefixo, StringComparison.Ordinal))
        {
            var fim = caminho.IndexOf('/', Prefixo.Length);
            var slug = fim < 0 ? caminho[Prefixo.Length..] : caminho[Prefixo.Length..fim];
            context.Items[_chave] = slug;
            context.Request.PathBase = context.Request.PathBase.Add(Prefixo + slug);
            context.Request.Path = fim < 0 ? "/" : caminho[fim..];
        }

        return next(context);
    }
}
