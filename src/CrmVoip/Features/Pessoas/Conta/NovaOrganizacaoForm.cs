using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>The fields of a new organization, drawn by _Organizacao.cshtml in whichever form carries them.</summary>
public interface IComOrganizacao
{
    [Display(Name = "Nome da organização")]
    public string? Organizacao { get; set; }

    [Display(Name = "Endereço")]
    public string? Slug { get; set; }
}

/// <summary>Another organization of somebody who has an account.</summary>
public sealed class NovaOrganizacaoForm : IComOrganizacao
{
    public string? Organizacao { get; set; }

    public string? Slug { get; set; }
}

public sealed class NovaOrganizacaoFormValidator : AbstractValidator<NovaOrganizacaoForm>
{
    public NovaOrganizacaoFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Organizacao).NomeDeOrganizacao();
        RuleFor(f => f.Slug).EnderecoDeOrganizacao(db);
    }
}

public static class RegrasDaOrganizacao
{
    public const string Ocupado = "Este endereço já está em uso. Escolha outro.";

    public static void NomeDeOrganizacao<T>(this IRuleBuilderInitial<T, string?> regra) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe o nome da organização.")
        .Ate(Organizacao.NomeMaximo)
        .SoNome();

    public static void EnderecoDeOrganizacao<T>(this IRuleBuilderInitial<T, string?> regra, CrmDbContext db) => regra.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Informe o endereço.")
        .Must(slug => EnderecoDaOrganizacao.Valido(Digitado.Limpar(slug)))
        .WithMessage($"Use de {EnderecoDaOrganizacao.Minimo} a {Organizacao.SlugMaximo} letras minúsculas sem acento, números e hífens, como aurora-energia.")
        .Must(slug => !EnderecoDaOrganizacao.Reservado(Digitado.Limpar(slug))).WithMessage("Este endereço é reservado. Escolha outro.")
        .MustAsync(async (slug, ct) => !await OcupadoAsync(db, Digitado.Limpar(slug), ct)).WithMessage(Ocupado);

    private static Task<bool> OcupadoAsync(CrmDbContext db, string slug, CancellationToken ct) =>
        db.EmTransacaoAsync(() => db.Organizacoes.AnyAsync(o => o.Slug == slug, ct), ct);
}
