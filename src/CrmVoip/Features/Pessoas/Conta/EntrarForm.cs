using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Conta;

public sealed class EntrarForm
{
    [Display(Name = "E-mail")]
    public string Email { get; set; } = "";

    public string Senha { get; set; } = "";

    public string? ReturnUrl { get; set; }
}

public sealed class EntrarFormValidator : AbstractValidator<EntrarForm>
{
    public EntrarFormValidator()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Informe o e-mail.");
        RuleFor(f => f.Senha).NotEmpty().WithMessage("Informe a senha.");
    }
}
