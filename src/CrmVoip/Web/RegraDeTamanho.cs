using CrmVoip.Text;
using FluentValidation;
using FluentValidation.Validators;

namespace CrmVoip.Web;

public static class RegraDeTamanho
{
    /// <summary>As long as the column allows, counted as PostgreSQL counts: an emoji is one character, to .NET it is two.</summary>
    public static IRuleBuilderOptions<T, string?> Ate<T>(this IRuleBuilder<T, string?> regra, int maximo) => regra
        .SetValidator(new CaracteresValidator<T>(maximo)).WithMessage($"Use até {maximo} caracteres.");

    private sealed class CaracteresValidator<T>(int maximo) : PropertyValidator<T, string?>, IMaximumLengthValidator
    {
        public override string Name => "CaracteresValidator";

        public int Min => 0;

        public int Max => maximo;

        public override bool IsValid(ValidationContext<T> context, string? value) => value is null || value.Cabe(maximo);
    }
}
