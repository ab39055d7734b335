using System.Security.Claims;
using CrmVoip.Data;
using CrmVoip.Tenancy;

namespace CrmVoip.Web;

/// <summary>
/// Sets the tenant of the request: the address names it, the membership of the signed-in person is checked each time.
/// Not a member and no such organization answer alike: 404.
/// </summary>
public sealed class OrganizacaoMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(
        HttpContext context,
        OrganizacaoAtual atual,
        ResolvedorDeOrganizacao resolvedor,
        SituacaoDaConexao situacao)
    {
        var slug = PrefixoDaOrganizacaoMiddleware.Slug(context);
        var daOrganizacao = context.GetEndpoint()?.Metadata.GetMetadata<DaOrganizacaoAttribute>() is not null;

        if (UsuarioId(context.User) is { } usuarioId)
        {
            atual.DefinirUsuario(usuarioId);
            if (slug is not null)
            {
                if (await resolvedor.VinculoAsync(usuarioId, slug, context.RequestAborted) is not { } vinculo)
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return;
                }

                atual.Definir(vinculo);
                if (vinculo.ExigeSegundoFator && !context.User.TemSegundoFator())
                {
                    await SegundoFatorDaPessoa.ExigirAsync(context);
                    return;
                }

                (await situacao.ObterAsync(atual, () => resolvedor.ConexaoAsync(context.RequestAborted))).Lembrar(context);
            }
            else if (daOrganizacao)
            {
                Encaminhar(context);
                return;
            }
        }

        // Known to be of the organization by now, a member meets the error page with its navigation.
        if (slug is not null && !daOrganizacao)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    public static Guid? UsuarioId(ClaimsPrincipal pessoa) =>
        pessoa.Identity?.IsAuthenticated == true && Guid.TryParse(pessoa.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    // A bare /conexoes: /conta/continuar knows the organization used last.
    private static void Encaminhar(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var destino = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect("/conta/continuar" + QueryString.Create("para", destino));
    }
}
