using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>What every form takes for the telephone of a contact.</summary>
public static class RegraDeTelefone
{
    public static void TelefoneSeHouver<T>(this IRuleBuilder<T, string?> regra) => regra
        .Ate(Contato.TelefoneMaximo)
        .Must(t => string.IsNullOrWhiteSpace(t) || NumeroDeTelefone.Ler(t) is not null)
        .WithMessage((_, texto) => NumeroDeTelefone.Sugerir(texto) is { } sugerido
            ? $"Falta o nono dígito? Seria {sugerido.Nacional}."
            : "Confira o telefone: DDD e número, como (11) 96123-4567.");
}
