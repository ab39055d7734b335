using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using CrmVoip.Domain;
using FluentValidation;

namespace CrmVoip.Features.Membros;

public sealed class ConviteForm
{
    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    [Display(Name = "Papel")]
    public Papel? Papel { get; set; } = Domain.Papel.Vendedor;

    public string EmailLimpo => (Email ?? "").Trim().ToLowerInvariant();
}

public sealed class ConviteFormValidator : AbstractValidator<ConviteForm>
{
    public ConviteFormValidator()
    {
        RuleFor(f => f.Email).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe o e-mail.")
            .MaximumLength(Convite.EmailMaximo).WithMessage($"Use até {Convite.EmailMaximo} caracteres.")
            .Must(texto => MailAddress.TryCreate(texto!.Trim(), out var endereco) && endereco.Address == texto.Trim())
            .WithMessage("Isto não é um e-mail, como ana@empresa.com.br.");
        RuleFor(f => f.Papel).PapelEscolhido();
    }
}
