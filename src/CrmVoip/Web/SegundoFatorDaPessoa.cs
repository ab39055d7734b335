using System.Security.Claims;
using CrmVoip.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrmVoip.Web;

/// <summary>Puts into the session whether the account has the second factor: an organization that demands it asks on every request.</summary>
public sealed class PessoaDaSessao(UserManager<Usuario> usuarios, IOptions<IdentityOptions> opcoes) : UserClaimsPrincipalFactory<Usuario>(usuarios, opcoes)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Usuario user)
    {
        var identidade = await base.GenerateClaimsAsync(user);
        if (user.TwoFactorEnabled)
        {
            identidade.AddClaim(new Claim(SegundoFatorDaPessoa.Claim, "1"));
        }

        return identidade;
    }
}

public static class SegundoFatorDaPessoa
{
    public const string Claim = "crm:segundo-fator";
    public const string Pagina = "/conta/seguranca/duas-etapas";

    public static bool TemSegundoFator(this ClaimsPrincipal pessoa) => pessoa.HasClaim(Claim, "1");

    /// <summary>Nothing of the organization is shown to whoever lacks what it demands: a person is led to set it up, a script is told why.</summary>
    public static async Task ExigirAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var pagina = Pagina + QueryString.Create("ReturnUrl", HttpMethods.IsGet(request.Method) && !request.EhDeScript() ? request.PathBase + request.Path + request.QueryString : request.PathBase + "/oportunidades");
        if (!request.EhDeScript() && !request.PedeJson())
        {
            response.Redirect(pagina);
            return;
        }

        response.StatusCode = StatusCodes.Status403Forbidden;
        if (request.Headers.ContainsKey("HX-Request"))
        {
            response.Headers["HX-Redirect"] = pagina;
        }

        await response.WriteAsJsonAsync(new
        {
            codigo = "segundo_fator_exigido",
            mensagem = "Sua organização exige a verificação em duas etapas. Ligue-a na sua conta para continuar.",
            link = pagina,
        });
    }
}
