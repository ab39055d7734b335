using System.ComponentModel.DataAnnotations;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>A code of the app, after the password.</summary>
public sealed class CodigoForm
{
    [Display(Name = "Código")]
    public string? Codigo { get; set; }

    public bool Lembrar { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class CodigoFormValidator : AbstractValidator<CodigoForm>
{
    public CodigoFormValidator() => RuleFor(f => f.Codigo).CodigoDoAplicativo();
}

public sealed class RecuperacaoForm
{
    [Display(Name = "Código de recuperação")]
    public string? Codigo { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class RecuperacaoFormValidator : AbstractValidator<RecuperacaoForm>
{
    public RecuperacaoFormValidator() => RuleFor(f => f.Codigo).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Informe o código de recuperação.").Ate(60);
}

/// <summary>The first code of a new app.</summary>
public sealed class LigarForm
{
    [Display(Name = "Código do aplicativo")]
    public string? Codigo { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class LigarFormValidator : AbstractValidator<LigarForm>
{
    public LigarFormValidator() => RuleFor(f => f.Codigo).CodigoDoAplicativo();
}

public sealed class DesligarForm
{
    [Display(Name = "Sua senha")]
    public string? Senha { get; set; }

    [Display(Name = "Código do aplicativo ou de recuperação")]
    public string? Codigo { get; set; }
}

public sealed class DesligarFormValidator : AbstractValidator<DesligarForm>
{
    public DesligarFormValidator()
    {
        RuleFor(f => f.Senha).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Informe a senha.").Ate(RegrasDaConta.SenhaMaximo);
        RuleFor(f => f.Codigo).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Informe o código.").Ate(60);
    }
}

public static class RegrasDoFator
{
    public static void CodigoDoAplicativo<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe o código.")
        .Ate(20);
}
