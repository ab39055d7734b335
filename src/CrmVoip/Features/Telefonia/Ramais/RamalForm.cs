using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ramais;

/// <summary>The fields of a ramal, whoever fills them in. Senha is write-only: left empty, the saved one stays.</summary>
public abstract class CamposDoRamal
{
    [Display(Name = "Ramal")]
    public string? Extension { get; set; }

    [Display(Name = "Senha SIP")]
    public string? Senha { get; set; }

    [Display(Name = "Servidor SIP")]
    public string? SipServer { get; set; }

    [Display(Name = "Nome de exibição")]
    public string? NomeExibicao { get; set; }

    public string ExtensionLimpa => Digitado.Limpar(Extension);

    public string SipServerLimpo => Digitado.Limpar(SipServer).ToLowerInvariant();
}

/// <summary>The own ramal.</summary>
public sealed class RamalForm : CamposDoRamal
{
    [Display(Name = "Situação")]
    public StatusDoRamal Status { get; set; } = StatusDoRamal.Ativo;
}

public abstract class CamposDoRamalValidator<T> : AbstractValidator<T>
    where T : CamposDoRamal
{
    protected CamposDoRamalValidator()
    {
        RuleFor(f => f.Extension).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe o ramal.")
            .Must((form, _) => form.ExtensionLimpa.Length <= RamalVoip.ExtensionMaximo).WithMessage($"Use até {RamalVoip.ExtensionMaximo} caracteres.")
            .Must((form, _) => form.ExtensionLimpa.Length > 0 && form.ExtensionLimpa.All(char.IsAsciiLetterOrDigit)).WithMessage("Use só letras e números, como 1001.");
        RuleFor(f => f.SipServer).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe o servidor SIP.")
            .Must((form, _) => form.SipServerLimpo.Length <= RamalVoip.SipServerMaximo && Uri.CheckHostName(form.SipServerLimpo) == UriHostNameType.Dns)
            .WithMessage("Isto não é um servidor SIP, como empresa.api4com.com.");
        RuleFor(f => f.Senha).Ate(RamalVoip.SenhaMaximo);
        RuleFor(f => f.NomeExibicao).Ate(RamalVoip.NomeMaximo);
    }
}

public sealed class RamalFormValidator : CamposDoRamalValidator<RamalForm>
{
    public RamalFormValidator(CrmDbContext db, OrganizacaoAtual atual) =>
        RuleFor(f => f.Senha)
            .MustAsync((form, _, ct) => TemSenhaAsync(db, atual, form, ct))
            .WithMessage("Informe a senha SIP. A senha salva só vale para o ramal em que foi salva.");

    private static async Task<bool> TemSenhaAsync(CrmDbContext db, OrganizacaoAtual atual, RamalForm form, CancellationToken ct) =>
        !string.IsNullOrEmpty(form.Senha)
        || await db.EmTransacaoAsync(
            () => db.RamaisVoip.AnyAsync(
                r => r.UsuarioId == atual.UsuarioIdExigido && r.SegredoId != null
                    && r.Extension == form.ExtensionLimpa && r.SipServer == form.SipServerLimpo,
                ct),
            ct);
}
