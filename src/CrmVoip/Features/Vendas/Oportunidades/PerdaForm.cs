using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

public sealed class PerdaForm
{
    [Display(Name = "Motivo")]
    public Guid? MotivoId { get; set; }

    [Display(Name = "Detalhe")]
    public string? Detalhe { get; set; }
}

/// <summary>The question "why was it lost" with its choices.</summary>
public sealed record Perda(Guid Id, string Titulo, PerdaForm Form, IReadOnlyList<SelectListItem> Motivos);

public sealed class PerdaFormValidator : AbstractValidator<PerdaForm>
{
    public PerdaFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.MotivoId).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Escolha o motivo da perda.")
            .MustAsync((id, ct) => db.MotivosDePerda.AnyAsync(m => m.Id == id, ct)).WithMessage("Escolha o motivo da perda.");
        RuleFor(f => f.Detalhe)
            .Ate(Oportunidade.DetalheDaPerdaMaximo);
    }
}
