using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>The password again, over a page whose session ended. Pessoa is whose page it is: nobody else may go on with it.</summary>
public sealed class ReentradaForm
{
    public Guid? Pessoa { get; set; }

    public string Email { get; set; } = "";

    public string Senha { get; set; } = "";
}

public sealed class ReentradaFormValidator : AbstractValidator<ReentradaForm>
{
    public ReentradaFormValidator() => RuleFor(f => f.Senha).Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe a senha.").Ate(RegrasDaConta.SenhaMaximo);
}

/// <summary>A code of the app, or a recovery code in its place.</summary>
public sealed class ReentradaCodigoForm
{
    public Guid? Pessoa { get; set; }

    public string? Codigo { get; set; }
}

public sealed class ReentradaCodigoFormValidator : AbstractValidator<ReentradaCodigoForm>
{
    public ReentradaCodigoFormValidator() => RuleFor(f => f.Codigo).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Informe o código.").MaximumLength(60).WithMessage("Informe o código.");
}
