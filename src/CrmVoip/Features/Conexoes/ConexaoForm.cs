using System.ComponentModel.DataAnnotations;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Network;
using CrmVoip.Data;
using CrmVoip.Domain;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Conexoes;

/// <summary>Token is write-only: left empty, the saved one stays, as long as it goes on to the same address.</summary>
public sealed class ConexaoForm
{
    [Display(Name = "Token da API4COM")]
    public string? Token { get; set; }

    [Display(Name = "URL base da API")]
    public string? BaseUrl { get; set; } = Api4ComAccount.DefaultBaseUrl;

    public string BaseUrlLimpa => (BaseUrl ?? "").Trim().TrimEnd('/');

    public string? TokenLimpo => string.IsNullOrWhiteSpace(Token) ? null : Token.Trim();
}

public sealed class ConexaoFormValidator : AbstractValidator<ConexaoForm>
{
    public ConexaoFormValidator(CrmDbContext db, AddressGuard guarda)
    {
        RuleFor(f => f.BaseUrl).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe a URL base da API.")
            .MaximumLength(Integracao.BaseUrlMaximo).WithMessage($"Use até {Integracao.BaseUrlMaximo} caracteres.")
            .Must(texto => Api4ComAccount.TryReadBaseUrl(texto, out _)).WithMessage("Isto não é um endereço, como https://api.api4com.com/api/v1.")
            .Must(texto => Api4ComAccount.TryReadBaseUrl(texto, out var url) && guarda.AllowsUrl(url))
            .WithMessage("Endereço não permitido. Use um endereço https.");
        RuleFor(f => f.Token).Cascade(CascadeMode.Stop)
            .MaximumLength(Integracao.TokenMaximo).WithMessage($"Use até {Integracao.TokenMaximo} caracteres.")
            .Must(token => token is null || !token.Trim().Any(c => char.IsWhiteSpace(c) || char.IsControl(c))).WithMessage("O token não pode ter espaços.")
            .MustAsync((form, _, ct) => TemTokenAsync(db, form, ct)).WithMessage(
                "Informe o token. O token salvo só vale para a URL em que foi salvo.");
    }

    // The saved token never travels to an address somebody just typed.
    private static async Task<bool> TemTokenAsync(CrmDbContext db, ConexaoForm form, CancellationToken ct) =>
        form.TokenLimpo is not null
        || await db.EmTransacaoAsync(
            () => db.Integracoes.AnyAsync(
                i => i.Plataforma == PlataformaEnum.Api4com && i.AccessToken != null && i.BaseUrl == form.BaseUrlLimpa, ct),
            ct);
}
