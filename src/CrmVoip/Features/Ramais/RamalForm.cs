using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ramais;

/// <summary>The own ramal. Senha is write-only: left empty, the saved one stays.</summary>
public sealed class RamalForm
{
    [Display(Name = "Ramal")]
    public string? Extension { get; set; }

    [Display(Name = "Senha SIP")]
    public string? Senha { get; set; }

    [Display(Name = "Servidor SIP")]
    public string? SipServer { get; set; }

    [Display(Name = "Nome de exibição")]
    public string? NomeExibicao { get; set; }

    [Display(Name = "Situação")]
    public StatusDoRamal Status { get; set; } = StatusDoRamal.Ativo;

    public string ExtensionLimpa => (Extension ?? "").Trim();

    public string SipServerLimpo => (SipServer ?? "").Trim().ToLowerInvariant();
}

public sealed class RamalFormValidator : AbstractValidator<RamalForm>
{
    public RamalFormValidator(CrmDbContext db, OrganizacaoAtual atual)
    {
        RuleFor(f => f.Extension).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe o ramal.")
            .Must(texto => texto!.Trim().Length <= RamalVoip.ExtensionMaximo).WithMessage($"Use até {RamalVoip.ExtensionMaximo} caracteres.")
            .Must(texto => texto!.Trim().All(char.IsAsciiLetterOrDigit)).WithMessage("Use só letras e números, como 1001.");
        RuleFor(f => f.SipServer).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe o servidor SIP.")
            .Must(texto => texto!.Trim().Length <= RamalVoip.SipServerMaximo && Uri.CheckHostName(texto.Trim()) == UriHostNameType.Dns)
            .WithMessage("Isto não é um servidor SIP, como empresa.api4com.com.");
        RuleFor(f => f.Senha).Cascade(CascadeMode.Stop)
            .MaximumLength(RamalVoip.SenhaMaximo).WithMessage($"Use até {RamalVoip.SenhaMaximo} caracteres.")
            .MustAsync((form, _, ct) => TemSenhaAsync(db, atual, form, ct))
            .WithMessage("Informe a senha SIP. A senha salva só vale para o ramal em que foi salva.");
        RuleFor(f => f.NomeExibicao).MaximumLength(RamalVoip.NomeMaximo).WithMessage($"Use até {RamalVoip.NomeMaximo} caracteres.");
    }

    private static async Task<bool> TemSenhaAsync(CrmDbContext db, OrganizacaoAtual atual, RamalForm form, CancellationToken ct) =>
        !string.IsNullOrEmpty(form.Senha)
        || await db.EmTransacaoAsync(
            () => db.RamaisVoip.AnyAsync(
                r => r.UsuarioId == atual.UsuarioIdExigido && r.SegredoId != null
                    && r.Extension == form.ExtensionLimpa && r.SipServer == form.SipServerLimpo,
                ct),
            ct);
}
