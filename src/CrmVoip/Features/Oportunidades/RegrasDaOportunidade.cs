using CrmVoip.Domain;
using FluentValidation;

namespace CrmVoip.Features.Oportunidades;

/// <summary>Rules that every form of an opportunity shares.</summary>
public static class RegrasDaOportunidade
{
    public static void Titulo<T>(this IRuleBuilder<T, string?> regra) => regra
        .NotEmpty().WithMessage("Informe o título.")
        .MaximumLength(Oportunidade.TituloMaximo).WithMessage($"Use até {Oportunidade.TituloMaximo} caracteres.");

    public static void Valor<T>(this IRuleBuilder<T, string?> regra) => regra
        .Must(v => string.IsNullOrWhiteSpace(v) || Dinheiro.Ler(v) is >= 0 and <= Oportunidade.ValorMaximo)
        .WithMessage("Digite um valor como 12.400,00.");
}
