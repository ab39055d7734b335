using CrmVoip.Domain;
using FluentValidation;

namespace CrmVoip.Web;

/// <summary>What every form takes for the telephone of a contact.</summary>
public static class RegraDeTelefone
{
    public static void TelefoneSeHouver<T>(this IRuleBuilder<T, string?> regra) => regra
        .Ate(Contato.TelefoneMaximo)
        .Must(t => string.IsNullOrWhiteSpace(t) || NumeroDeTelefone.Ler(t) is not null)
        .WithMessage((_, texto) => Motivo(texto));

    private static string Motivo(string? texto) => NumeroDeTelefone.Sugerir(texto) is { } sugerido
        ? $"Falta o nono dígito? Seria {sugerido.Nacional}."
        : texto!.Count(char.IsAsciiDigit) is 8 or 9
            ? "Falta o DDD, como em (11) 96123-4567."
            : "Confira o telefone: DDD e número, como (11) 96123-4567.";
}
