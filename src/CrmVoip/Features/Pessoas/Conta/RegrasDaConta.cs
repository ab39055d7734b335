using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Rules that every form with a new password shares.</summary>
public static class RegrasDaConta
{
    public const int SenhaMinimo = 12;
    public const int SenhaMaximo = 128;
    public const string AjudaDaSenha = "12 caracteres ou mais. Uma frase funciona bem.";

    /// <summary>Length counts, composition does not: a long phrase is better than symbols nobody remembers.</summary>
    public static void SenhaNova<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe a senha.")
        .MinimumLength(SenhaMinimo).WithMessage($"Use {SenhaMinimo} caracteres ou mais. Uma frase funciona bem.")
        .Ate(SenhaMaximo);
}
