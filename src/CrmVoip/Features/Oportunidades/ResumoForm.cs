using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Oportunidades;

/// <summary>What is edited in place in the details: saved as each field is left.</summary>
public sealed class ResumoForm
{
    [Display(Name = "Título")]
    public string? Titulo { get; set; }

    [Display(Name = "Valor (R$)")]
    public string? Valor { get; set; }

    [Display(Name = "Responsável")]
    public Guid? ResponsavelId { get; set; }

    [Display(Name = "Próximo passo")]
    public string? ProximoPasso { get; set; }

    /// <summary>A day, "2026-11-30", as a date input sends it.</summary>
    [Display(Name = "Para quando")]
    public string? ProximoPassoEm { get; set; }

    public uint Versao { get; set; }

    /// <summary>The form on screen tells of a mistake: once it is mended, the whole form is drawn again.</summary>
    public bool Recusado { get; set; }

    public DateOnly? Dia => DateOnly.TryParseExact(ProximoPassoEm, "yyyy-MM-dd", out var dia) ? dia : null;
}

public sealed class ResumoFormValidator : AbstractValidator<ResumoForm>
{
    public ResumoFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Titulo).Titulo();
        RuleFor(f => f.Valor).Valor();
        RuleFor(f => f.ResponsavelId)
            .MustAsync((id, ct) => db.Membros.AnyAsync(m => m.UsuarioId == id && m.Ativo, ct)).WithMessage("Escolha alguém da sua organização.");
        RuleFor(f => f.ProximoPasso)
            .MaximumLength(Oportunidade.ProximoPassoMaximo).WithMessage($"Use até {Oportunidade.ProximoPassoMaximo} caracteres.");
        RuleFor(f => f.ProximoPassoEm)
            .Must((form, texto) => string.IsNullOrWhiteSpace(texto) || form.Dia is not null).WithMessage("Escolha um dia no calendário.");
    }
}
