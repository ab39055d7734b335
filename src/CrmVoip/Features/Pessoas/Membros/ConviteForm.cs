using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Membros;

public sealed class ConviteForm
{
    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    [Display(Name = "Papel")]
    public Papel? Papel { get; set; } = Domain.Papel.Vendedor;

    public string EmailLimpo => Digitado.Limpar(Email).ToLowerInvariant();
}

public sealed class ConviteFormValidator : AbstractValidator<ConviteForm>
{
    public ConviteFormValidator()
    {
        RuleFor(f => f.Email).EmailExigido();
        RuleFor(f => f.Papel).PapelEscolhido();
    }
}
