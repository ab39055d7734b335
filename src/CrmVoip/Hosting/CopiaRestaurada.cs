using CrmVoip.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting;

/// <summary>
/// Crm:Copia: a restored copy holds the customers' own tokens and addresses, and the keys of the sessions. It does no work in
/// the background, sends no e-mail, and takes no session of the real installation for its own.
/// </summary>
public static class CopiaRestaurada
{
    private const string Proposito = "copia";

    public static bool EhCopia(this IConfiguration configuracao) => configuracao.GetValue<bool>($"{OpcoesDoProvedor.Secao}:{nameof(OpcoesDoProvedor.Copia)}");

    public static void Calar(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.EhCopia())
        {
            return;
        }

        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Crm:Trabalhos:Executar"] = "false", ["Crm:Correio:Servidor"] = "" });
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IDataProtectionProvider>((cookie, protecao) =>
        {
            cookie.Cookie.Name += $".{Proposito}";
            cookie.DataProtectionProvider = protecao.CreateProtector(Proposito);
        });
    }
}
