using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>The papel somebody is given, on changing it and on coming back.</summary>
public sealed class PapelForm
{
    [Display(Name = "Papel")]
    public Papel? Papel { get; set; }
}

public sealed class PapelFormValidator : AbstractValidator<PapelForm>
{
    public PapelFormValidator() => RuleFor(f => f.Papel).PapelEscolhido();
}

/// <summary>The dialog that asks for it: Titulo and Botao say what for, Acao is where it posts.</summary>
public sealed record EscolhaDePapel(PapelForm Form, string Titulo, string? Texto, string Botao, string Acao);

public static class Papeis
{
    public static readonly SelectListItem[] Opcoes =
        [.. Enum.GetValues<Papel>().Reverse().Select(p => new SelectListItem(Formato.Papel(p), p.ToString()))];

    public static void PapelEscolhido<T>(this IRuleBuilderInitial<T, Papel?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotNull().WithMessage("Escolha o papel.")
        .IsInEnum().WithMessage("Escolha o papel.");
}
