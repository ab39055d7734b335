using System.ComponentModel.DataAnnotations;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Conta;

public sealed class RecuperarForm
{
    [Display(Name = "E-mail")]
    public string? Email { get; set; }
}

public sealed class RecuperarFormValidator : AbstractValidator<RecuperarForm>
{
    public RecuperarFormValidator() => RuleFor(f => f.Email).EmailExigido();
}

public sealed class RedefinirForm
{
    [Display(Name = "Nova senha")]
    public string? NovaSenha { get; set; }
}

public sealed class RedefinirFormValidator : AbstractValidator<RedefinirForm>
{
    public RedefinirFormValidator() => RuleFor(f => f.NovaSenha).SenhaNova();
}

public sealed class TrocarSenhaForm
{
    [Display(Name = "Senha atual")]
    public string? SenhaAtual { get; set; }

    [Display(Name = "Nova senha")]
    public string? NovaSenha { get; set; }
}

public sealed class TrocarSenhaFormValidator : AbstractValidator<TrocarSenhaForm>
{
    public TrocarSenhaFormValidator()
    {
        RuleFor(f => f.SenhaAtual).NotEmpty().WithMessage("Informe a senha atual.");
        RuleFor(f => f.NovaSenha).SenhaNova();
        RuleFor(f => f.NovaSenha).NotEqual(f => f.SenhaAtual).When(f => !string.IsNullOrEmpty(f.NovaSenha)).WithMessage("A nova senha precisa ser diferente da atual.");
    }
}
