using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Network;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Conexoes;

public sealed class ConexaoFormValidator : AbstractValidator<ConexaoForm>
{
    public ConexaoFormValidator(CrmDbContext db, AddressGuard guarda, IOptions<OpcoesDoProvedor> opcoes)
    {
        var permiteLocal = opcoes.Value.PermitirProvedorLocal;
        RegrasDaConta(db, guarda);
        RegrasDoSip(permiteLocal);
        RegrasDaMidia(db);
    }

    private void RegrasDaConta(CrmDbContext db, AddressGuard guarda)
    {
        RuleFor(f => f.BaseUrl).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Informe a URL base da API.")
            .Ate(Integracao.BaseUrlMaximo)
            .Must(texto => Api4ComAccount.TryReadBaseUrl(texto, out _)).WithMessage("Isto não é um endereço, como https://api.api4com.com/api/v1.")
            .Must(texto => Api4ComAccount.TryReadBaseUrl(texto, out var url) && guarda.AllowsUrl(url))
            .WithMessage("Endereço não permitido. Use um endereço https.");
        RuleFor(f => f.Token).Cascade(CascadeMode.Stop)
            .Ate(Integracao.TokenMaximo)
            .Must((form, _) => form.TokenLimpo?.Any(char.IsWhiteSpace) != true).WithMessage("O token não pode ter espaços.")
            .Must((form, _) => form.TokenLimpo?.All(char.IsAscii) != false).WithMessage("O token só tem letras sem acento, números e sinais. Copie-o de novo.")
            .MustAsync((form, _, ct) => TemTokenAsync(db, form, ct)).WithMessage(
                "Informe o token. O token salvo só vale para a URL em que foi salvo.");
    }

    private void RegrasDoSip(bool permiteLocal)
    {
        RuleFor(f => f.SipDomainLimpo).Must(dominio => dominio is null || EnderecosDoTelefone.EhDominio(dominio, permiteLocal))
            .OverridePropertyName(nameof(ConexaoForm.SipDomain))
            .WithMessage("Informe só o domínio, como empresa.api4com.com.");
        RuleFor(f => f.WssUrlLimpa).Must(url => url is null || EnderecosDoTelefone.EhWss(url, permiteLocal))
            .OverridePropertyName(nameof(ConexaoForm.WssUrl))
            .WithMessage("Use um endereço como wss://empresa.api4com.com:6443.");
    }

    private void RegrasDaMidia(CrmDbContext db)
    {
        RuleFor(f => f.IceServersLimpos).Cascade(CascadeMode.Stop)
            .Must(servidores => servidores.Length <= Integracao.IceServersMaximo).WithMessage($"Use até {Integracao.IceServersMaximo} servidores.")
            .Must(servidores => Array.TrueForAll(servidores, EnderecosDoTelefone.EhIce))
            .WithMessage((_, servidores) =>
                $"“{Array.Find(servidores, s => !EnderecosDoTelefone.EhIce(s))}” não é um servidor ICE. Use um por linha, como stun:stun.exemplo.com:3478.")
            .OverridePropertyName(nameof(ConexaoForm.IceServers));
        RuleFor(f => f.TurnUsuario)
            .Ate(Integracao.TurnMaximo)
            .NotEmpty().When(f => f.TemTurn, ApplyConditionTo.CurrentValidator).WithMessage("Informe o usuário do servidor TURN.");
        RuleFor(f => f.TurnSenha)
            .Ate(Integracao.TurnMaximo)
            .MustAsync((form, _, ct) => TemSenhaDoTurnAsync(db, form, ct)).WithMessage("Informe a senha do servidor TURN.");
        RuleFor(f => f.Modo).IsInEnum().WithMessage("Escolha o modo de discagem.");
    }

    // The saved token never travels to an address somebody just typed.
    private static async Task<bool> TemTokenAsync(CrmDbContext db, ConexaoForm form, CancellationToken ct) =>
        form.TokenLimpo is not null
        || await db.EmTransacaoAsync(
            () => db.Integracoes.Conectadas().AnyAsync(i => i.BaseUrl == form.BaseUrlLimpa, ct), ct);

    private static async Task<bool> TemSenhaDoTurnAsync(CrmDbContext db, ConexaoForm form, CancellationToken ct) =>
        !form.TemTurn
        || form.TurnSenhaLimpa is not null
        || await db.EmTransacaoAsync(
            () => db.ConexaoAtual().AnyAsync(i => i.TurnSenha != null && i.TurnUsuario == form.TurnUsuarioLimpo, ct),
            ct);
}
