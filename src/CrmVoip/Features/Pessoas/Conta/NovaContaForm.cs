using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>Name, e-mail and password of a new account.</summary>
public class NovaContaForm
{
    [Display(Name = "Seu nome")]
    public string? Nome { get; set; }

    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    public string? Senha { get; set; }
}

public class NovaContaFormValidator<TForm> : AbstractValidator<TForm>
    where TForm : NovaContaForm
{
    public NovaContaFormValidator(bool comSenha = true)
    {
        RuleFor(f => f.Nome).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe seu nome.")
            .Ate(Usuario.NomeMaximo)
            .SoNome();
        RuleFor(f => f.Email).EmailExigido();
        When(_ => comSenha, () => RuleFor(f => f.Senha).SenhaNova());
    }
}

public sealed class NovaContaFormValidator : NovaContaFormValidator<NovaContaForm>;
