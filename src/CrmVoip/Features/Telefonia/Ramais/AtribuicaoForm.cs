using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>A ramal for a member, filled in by the administrador. With Senha empty the provider's own is taken.</summary>
public sealed class AtribuicaoForm : CamposDoRamal
{
    [Display(Name = "Pessoa")]
    public Guid? MembroId { get; set; }
}

public sealed class AtribuicaoFormValidator : CamposDoRamalValidator<AtribuicaoForm>
{
    public AtribuicaoFormValidator(CrmDbContext db) =>
        RuleFor(f => f.MembroId).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Escolha a pessoa.")
            .MustAsync((id, ct) => db.EmTransacaoAsync(() => db.Membros.AnyAsync(m => m.UsuarioId == id && m.Ativo, ct), ct))
            .WithMessage("Esta pessoa não é um membro ativo da organização.");
}
