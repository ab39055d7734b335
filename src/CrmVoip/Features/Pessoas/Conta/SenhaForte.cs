using System.Globalization;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Refuses what is tried first: common passwords, repetitions, keyboard rows, and the person's own name or e-mail.</summary>
public sealed class SenhaForte : IPasswordValidator<Usuario>
{
    /// <summary>Bits. Below it are the known passwords of 12 characters and more; a few ordinary words are above it.</summary>
    private const double EntropiaMinima = 34;

    // The estimate grows with the square of the length, and so much is plenty already.
    private const int Avaliados = 48;
    private const int ParteMinima = 4;

    private static readonly string[] _daqui =
    [
        "senha", "minhasenha", "segredo", "mudar", "trocar", "acesso", "usuario", "administrador", "empresa", "vendas", "brasil", "crmvoip",
        "telefone", "api4com", "flamengo", "corinthians", "palmeiras", "saopaulo", "deus", "jesus", "amor", "bemvindo", "teamo",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Usuario> manager, Usuario user, string? password)
    {
        var senha = Simples(password ?? "");
        var pessoais = Pessoais(user).ToArray();
        if (pessoais.Any(p => senha.Contains(p, StringComparison.Ordinal)))
        {
            return Recusar("PasswordPersonal", "A senha não pode conter seu nome nem seu e-mail.");
        }

        var inicio = senha.Cortado(Avaliados);
        return Zxcvbn.Zxcvbn.MatchPassword(inicio, _daqui).Entropy < EntropiaMinima
            ? Recusar("PasswordCommon", "Esta senha é fácil de adivinhar. Junte palavras que só você juntaria.")
            : Task.FromResult(IdentityResult.Success);
    }

    private static IEnumerable<string> Pessoais(Usuario usuario)
    {
        var email = Simples(usuario.Email ?? "");
        return Simples(usuario.Nome).Split(' ').Append(email).Append(email.Split('@')[0]).Where(p => p.Length >= ParteMinima);
    }

    // Without accents and capitals: "João" is in "joao-2026" too.
    private static string Simples(string texto) => string.Concat(texto.ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static Task<IdentityResult> Recusar(string codigo, string mensagem) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = codigo, Description = mensagem }));
}
