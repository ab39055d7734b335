using System.Security.Cryptography;
using CrmVoip.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// The secret of a link that sets a new password. It carries the account's security stamp and its own end, so it serves
/// once: a new password is a new stamp.
/// </summary>
public sealed class TokenDeSenha(IDataProtectionProvider protecao) : IUserTwoFactorTokenProvider<Usuario>
{
    public const string Nome = "senha";
    public static readonly TimeSpan ValidadePadrao = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protetor = protecao.CreateProtector("CrmVoip.TokenDeSenha.v1").ToTimeLimitedDataProtector();

    public string Gerar(Usuario usuario, TimeSpan validade) => _protetor.Protect(Conteudo(usuario), validade);

    /// <summary>For a mail, and nowhere else shown: who sets a password with it has proven the address.</summary>
    public string GerarParaCorreio(Usuario usuario, TimeSpan validade) => _protetor.Protect(ConteudoDoCorreio(usuario), validade);

    public Task<string> GenerateAsync(string purpose, UserManager<Usuario> manager, Usuario user) => Task.FromResult(Gerar(user, ValidadePadrao));

    public Task<bool> ValidateAsync(string purpose, string token, UserManager<Usuario> manager, Usuario user) => Task.FromResult(Vale(user, token));

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Usuario> manager, Usuario user) => Task.FromResult(false);

    public bool Vale(Usuario usuario, string token) => Abrir(token) is { } conteudo && (conteudo == Conteudo(usuario) || conteudo == ConteudoDoCorreio(usuario));

    public bool ProvaOEndereco(Usuario usuario, string token) => Abrir(token) == ConteudoDoCorreio(usuario);

    private string? Abrir(string token)
    {
        try
        {
            return _protetor.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string ConteudoDoCorreio(Usuario usuario) => $"{Conteudo(usuario)} {usuario.Email}";

    private static string Conteudo(Usuario usuario) => $"{usuario.Id:N} {usuario.SecurityStamp}";
}
