using FluentValidation;

namespace CrmVoip.Features.Conta;

/// <summary>Rules that every form with an e-mail or a new password shares.</summary>
public static class RegrasDaConta
{
    public const int SenhaMinimo = 12;
    public const int SenhaMaximo = 128;
    public const int EmailMaximo = 254;
    public const string AjudaDaSenha = "12 caracteres ou mais. Uma frase funciona bem.";

    public static void EmailDeConta<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe o e-mail.")
        .MaximumLength(EmailMaximo).WithMessage($"Use até {EmailMaximo} caracteres.")
        .Must(texto => System.Net.Mail.MailAddress.TryCreate(texto!.Trim(), out var endereco) && endereco.Address == texto.Trim())
        .WithMessage("Isto não é um e-mail, como ana@empresa.com.br.");

    /// <summary>Length counts, composition does not: a long phrase is better than symbols nobody remembers.</summary>
    public static void SenhaNova<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe a senha.")
        .MinimumLength(SenhaMinimo).WithMessage($"Use {SenhaMinimo} caracteres ou mais. Uma frase funciona bem.")
        .MaximumLength(SenhaMaximo).WithMessage($"Use até {SenhaMaximo} caracteres.");
}
