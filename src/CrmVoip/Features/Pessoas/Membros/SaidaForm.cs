using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>The dialog that ends somebody's access. Sucessores are asked for only where something is open under the name.</summary>
public sealed record PerguntaDaSaida(Guid Id, string Nome, string Consequencias, SaidaForm Form, IReadOnlyList<SelectListItem> Sucessores);

public sealed class SaidaForm
{
    /// <summary>Instead of a colleague: what is open stays under the name.</summary>
    public const string Ninguem = "ninguem";

    [Display(Name = "Passar o que está aberto para")]
    public string? Sucessor { get; set; }

    public Guid? SucessorId => Guid.TryParse(Sucessor, out var id) ? id : null;
}

public sealed class SaidaFormValidator : AbstractValidator<SaidaForm>
{
    public SaidaFormValidator() =>
        RuleFor(f => f.Sucessor).Must(s => string.IsNullOrEmpty(s) || s == SaidaForm.Ninguem || Guid.TryParse(s, out _)).WithMessage("Escolha alguém da lista.");
}
