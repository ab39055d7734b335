using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The name of a stage or of a reason: both as long.</summary>
public sealed class NomeForm
{
    [Display(Name = "Nome")]
    public string? Nome { get; set; }

    public string Limpo => Digitado.Limpar(Nome);
}

public sealed class NomeFormValidator : AbstractValidator<NomeForm>
{
    public NomeFormValidator() => RuleFor(f => f.Nome).Cascade(CascadeMode.Stop)
        .Must(nome => Digitado.Limpar(nome).Length > 0).WithMessage("Informe o nome.")
        .Ate(Etapa.NomeMaximo);
}

public sealed class ArquivarEtapaForm
{
    [Display(Name = "Levar as oportunidades para")]
    public Guid? Destino { get; set; }
}

public sealed class ArquivarEtapaFormValidator : AbstractValidator<ArquivarEtapaForm>
{
    public ArquivarEtapaFormValidator() => RuleFor(f => f.Destino).NotNull().WithMessage("Escolha para qual etapa vão as oportunidades.");
}
