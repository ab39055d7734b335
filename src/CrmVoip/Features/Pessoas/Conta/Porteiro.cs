using System.Security.Cryptography;
using System.Text;
using CrmVoip.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Identity's way in, with the one place that judges a password: each is counted first (ContarSenhas), and one too many is not
/// looked at. Identity's own counter is a column of the account, which several attempts at once write over.
/// </summary>
public sealed class Porteiro(
    UserManager<Usuario> usuarios,
    IHttpContextAccessor acesso,
    IUserClaimsPrincipalFactory<Usuario> pessoas,
    IOptions<IdentityOptions> opcoes,
    ILogger<SignInManager<Usuario>> log,
    IAuthenticationSchemeProvider esquemas,
    IUserConfirmation<Usuario> confirmacao,
    ContarSenhas contar)
    : SignInManager<Usuario>(usuarios, acesso, pessoas, opcoes, log, esquemas, confirmacao)
{
    /// <summary>Always counts, whatever lockoutOnFailure says.</summary>
    public override async Task<SignInResult> CheckPasswordSignInAsync(Usuario user, string password, bool lockoutOnFailure)
    {
        var tentativa = await contar.ContarAsync(user.Id);
        if (!tentativa.Julgar || !await UserManager.CheckPasswordAsync(user, password))
        {
            return SenhaRecusada.De(tentativa);
        }

        await contar.AcertarAsync(tentativa);
        return await PreSignInCheck(user) ?? SignInResult.Success;
    }

    /// <summary>
    /// What happens to a wrong password, for an e-mail without an account: neither the words nor the time of the answer tell
    /// which e-mails have one.
    /// </summary>
    public async Task<SignInResult> RecusarDesconhecidoAsync(string email, string senha)
    {
        var tentativa = await contar.ContarAsync(IdDoDesconhecido(UserManager.NormalizeEmail(email)));
        if (tentativa.Julgar)
        {
            UserManager.PasswordHasher.HashPassword(new Usuario(), senha);
        }

        return SenhaRecusada.De(tentativa);
    }

    private static Guid IdDoDesconhecido(string? email) => new(SHA256.HashData(Encoding.UTF8.GetBytes(email ?? "")).AsSpan(0, 16));
}

/// <summary>A password that was wrong, or one too many to be looked at.</summary>
public sealed class SenhaRecusada : SignInResult
{
    private SenhaRecusada(DateTimeOffset? ate, bool bloqueou) => (Ate, Bloqueou, IsLockedOut) = (ate, bloqueou, ate is not null);

    /// <summary>Until when no further one is looked at.</summary>
    public DateTimeOffset? Ate { get; }

    /// <summary>This is the one after which there is a wait.</summary>
    public bool Bloqueou { get; }

    public static SenhaRecusada De(Tentativa tentativa) => new(tentativa.Ate, tentativa.Bloqueou);
}
