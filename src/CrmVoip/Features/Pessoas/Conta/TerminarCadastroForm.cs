using FluentValidation;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What is left of a sign-up once the address is proven.</summary>
public sealed class TerminarCadastroForm
{
    public string? Senha { get; set; }
}

public sealed class TerminarCadastroFormValidator : AbstractValidator<TerminarCadastroForm>
{
    public TerminarCadastroFormValidator() => RuleFor(f => f.Senha).SenhaNova();
}
