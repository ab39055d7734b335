using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Notas;

public class NotaForm
{
    [Display(Name = "Nota")]
    public string? Texto { get; set; }

    /// <summary>As it is stored: a browser sends each line break as two characters.</summary>
    public string Limpo => Limpar(Texto);

    public static string Limpar(string? texto) => (texto ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Trim();
}

public sealed class EdicaoDeNotaForm : NotaForm
{
    /// <summary>What the note said when the form was opened.</summary>
    public string? Visto { get; set; }
}

public sealed class NotaFormValidator : AbstractValidator<NotaForm>
{
    public NotaFormValidator() => RuleFor(f => f.Texto).Cascade(CascadeMode.Stop)
        .Must(texto => NotaForm.Limpar(texto).Length > 0).WithMessage("Escreva a nota.")
        .Ate(Nota.TextoMaximo);
}

public sealed class EdicaoDeNotaFormValidator : AbstractValidator<EdicaoDeNotaForm>
{
    public EdicaoDeNotaFormValidator() => Include(new NotaFormValidator());
}
