using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Rows that were pasted. A file, where there is one, comes beside it.</summary>
public sealed class NovaImportacaoForm
{
    public const int TextoMaximo = 900_000;

    [Display(Name = "Ou cole as linhas aqui")]
    public string? Texto { get; set; }
}

public sealed class NovaImportacaoFormValidator : AbstractValidator<NovaImportacaoForm>
{
    public NovaImportacaoFormValidator() => RuleFor(f => f.Texto)
        .Must(t => t is null || t.Length <= NovaImportacaoForm.TextoMaximo).WithMessage("É muito para colar de uma vez. Envie um arquivo.");
}
