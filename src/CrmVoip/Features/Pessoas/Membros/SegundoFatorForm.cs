using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Membros;

/// <summary>For which papéis the organization demands the second factor.</summary>
public sealed class SegundoFatorForm
{
    [Display(Name = "Administradores")]
    public bool Administrador { get; set; }

    [Display(Name = "Gestores")]
    public bool Gestor { get; set; }

    [Display(Name = "Vendedores")]
    public bool Vendedor { get; set; }

    public IReadOnlyList<Papel> Papeis =>
        [.. new[] { (Administrador, Papel.Administrador), (Gestor, Papel.Gestor), (Vendedor, Papel.Vendedor) }.Where(p => p.Item1).Select(p => p.Item2)];

    public static SegundoFatorForm De(IReadOnlyCollection<Papel> papeis) => new()
    {
        Administrador = papeis.Contains(Papel.Administrador),
        Gestor = papeis.Contains(Papel.Gestor),
        Vendedor = papeis.Contains(Papel.Vendedor),
    };
}

/// <summary>Any choice is a valid one: whether it locks its own author out is the action's to say.</summary>
public sealed class SegundoFatorFormValidator : AbstractValidator<SegundoFatorForm>;
