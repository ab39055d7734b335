using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>One telephone of a contact, as it is typed.</summary>
public sealed class TelefoneForm
{
    [FromRoute]
    public Guid? TelefoneId { get; set; }

    [Display(Name = "Número")]
    public string? Numero { get; set; }

    /// <summary>Null: by the number.</summary>
    [Display(Name = "Tipo")]
    public TipoDeTelefone? Tipo { get; set; }
}

public sealed class TelefoneFormValidator : AbstractValidator<TelefoneForm>
{
    public TelefoneFormValidator()
    {
        RuleFor(f => f.Numero).NotEmpty().WithMessage("Digite o número.").TelefoneSeHouver();
        RuleFor(f => f.Tipo).IsInEnum().WithMessage("Escolha um dos tipos.");
    }
}
