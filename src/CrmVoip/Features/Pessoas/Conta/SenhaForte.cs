using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>
/// Refuses what is tried first: passwords of many, what leaked elsewhere, a few likely words put together, repetitions, keyboard
/// rows, and the person's own name, e-mail and organization.
/// </summary>
public sealed class SenhaForte(ContextoDaSenha contexto, SenhasVazadas vazadas) : IPasswordValidator<Usuario>
{
    /// <summary>Bits. Below it are the known passwords of 12 characters and more, and three likely words; four ordinary ones are above it.</summary>
    private const double EntropiaMinima = 34;

    // The estimate grows with the square of the length, and so much is plenty already.
    private const int Avaliados = 48;
    private const int ParteMinima = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Usuario> manager, Usuario user, string? password)
    {
        var senha = SenhasConhecidas.Simples(password ?? "");
        if (Pessoais(user).Any(p => senha.Contains(p, StringComparison.Ordinal)))
        {
            return Recusar("PasswordPersonal", "A senha não pode conter seu nome nem seu e-mail.");
        }

        if (SenhasConhecidas.Frase(password ?? ""))
        {
            return Recusar("PasswordCommon", "Muita gente usa esta senha, e ela é das primeiras que se tentam: é fácil de adivinhar. Invente outra frase.");
        }

        // The first place of a word is its likeliest: the organization's own before those of everybody.
        var palavras = DaOrganizacao(user).Concat(SenhasConhecidas.Palavras).Distinct(StringComparer.Ordinal);
        if (Zxcvbn.Zxcvbn.MatchPassword(senha.Cortado(Avaliados), palavras).Entropy < EntropiaMinima)
        {
            return Recusar("PasswordCommon", "Esta senha é fácil de adivinhar. Junte quatro ou mais palavras que só você juntaria.");
        }

        return vazadas.Contem(password ?? "")
            ? Recusar("PasswordBreached", "Esta senha já vazou de outro site e está nas listas de quem invade contas. Escolha outra.")
            : Task.FromResult(IdentityResult.Success);
    }

    private static IEnumerable<string> Pessoais(Usuario usuario)
    {
        var email = SenhasConhecidas.Simples(usuario.Email ?? "");
        return SenhasConhecidas.Simples(usuario.Nome).Split(' ').Append(email).Append(email.Split('@')[0]).Where(p => p.Length >= ParteMinima);
    }

    private IEnumerable<string> DaOrganizacao(Usuario usuario) => contexto.Palavras
        .Append(usuario.UltimaOrganizacao ?? "")
        .SelectMany(nome => (string[])[.. SenhasConhecidas.Simples(nome).Split(' ', '-', '.'), SenhasConhecidas.Simples(nome).Replace(" ", "", StringComparison.Ordinal)])
        .Where(parte => parte.Length >= ParteMinima);

    private static Task<IdentityResult> Recusar(string codigo, string mensagem) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = codigo, Description = mensagem }));
}
