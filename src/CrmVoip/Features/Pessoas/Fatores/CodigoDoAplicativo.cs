using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Tells Identity that an account has an app: after the password it then asks for the code.</summary>
public sealed class CodigoDoAplicativo(Autenticadores autenticadores) : IUserTwoFactorTokenProvider<Usuario>
{
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Usuario> manager, Usuario user) => Task.FromResult(user.TwoFactorEnabled);

    public Task<string> GenerateAsync(string purpose, UserManager<Usuario> manager, Usuario user) => Task.FromResult("");

    public Task<bool> ValidateAsync(string purpose, string token, UserManager<Usuario> manager, Usuario user) =>
        autenticadores.GastarAsync(user.Id, Digitado.Limpar(token), CancellationToken.None);
}
