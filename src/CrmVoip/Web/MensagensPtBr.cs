using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CrmVoip.Web;

/// <summary>The framework's own messages for values it could not read.</summary>
public static class MensagensPtBr
{
    private const string Invalido = "Valor inválido.";

    public static void Registrar(DefaultModelBindingMessageProvider mensagens)
    {
        mensagens.SetValueMustNotBeNullAccessor(_ => "Preencha este campo.");
        mensagens.SetMissingBindRequiredValueAccessor(_ => "Preencha este campo.");
        mensagens.SetMissingKeyOrValueAccessor(() => "Preencha este campo.");
        mensagens.SetMissingRequestBodyRequiredValueAccessor(() => "O pedido veio vazio.");
        mensagens.SetValueIsInvalidAccessor(_ => Invalido);
        mensagens.SetAttemptedValueIsInvalidAccessor((valor, _) => $"“{valor}” não é um valor válido.");
        mensagens.SetNonPropertyAttemptedValueIsInvalidAccessor(valor => $"“{valor}” não é um valor válido.");
        mensagens.SetUnknownValueIsInvalidAccessor(_ => Invalido);
        mensagens.SetNonPropertyUnknownValueIsInvalidAccessor(() => Invalido);
        mensagens.SetValueMustBeANumberAccessor(_ => "Digite um número.");
        mensagens.SetNonPropertyValueMustBeANumberAccessor(() => "Digite um número.");
    }
}
