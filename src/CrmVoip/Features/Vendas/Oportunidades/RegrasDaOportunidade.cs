using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>Rules that every form of an opportunity shares.</summary>
public static class RegrasDaOportunidade
{
    public static void Titulo<T>(this IRuleBuilder<T, string?> regra) => regra
        .NotEmpty().WithMessage("Informe o título.")
        .Ate(Oportunidade.TituloMaximo);

    /// <summary>A member who is active, or who was deactivated and still has this opportunity.</summary>
    public static void Responsavel<T>(this IRuleBuilder<T, Guid?> regra, CrmDbContext db, Func<T, Guid?> oportunidadeId) => regra
        .NotNull().WithMessage("Escolha o responsável.")
        .MustAsync((form, id, ct) => db.PodeSerResponsavelAsync(oportunidadeId(form), id, ct)).WithMessage("Escolha alguém da sua organização.");

    private static Task<bool> PodeSerResponsavelAsync(this CrmDbContext db, Guid? oportunidadeId, Guid? usuarioId, CancellationToken ct) =>
        db.Membros.AnyAsync(
            m => m.UsuarioId == usuarioId && (m.Ativo || db.Oportunidades.Any(o => o.Id == oportunidadeId && o.ResponsavelId == m.UsuarioId)),
            ct);

    public static void Valor<T>(this IRuleBuilder<T, string?> regra) => regra
        .Must(v => string.IsNullOrWhiteSpace(v) || Dinheiro.Ler(v) is >= 0).WithMessage("Digite um valor como 12.400,00.")
        .Must(v => Dinheiro.Ler(v) is null or <= Oportunidade.ValorMaximo).WithMessage("O valor vai até R$ 999.999.999,99, menos de um bilhão. Confira os zeros.");
}
