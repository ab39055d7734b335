using System.ComponentModel.DataAnnotations;
using CrmVoip.Api4Com;
using CrmVoip.Domain;
using CrmVoip.Text;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>
/// Token and TurnSenha are write-only: left empty, the saved ones stay, the token as long as it goes on to the same address.
/// SipDomain and WssUrl left empty are filled by the provider.
/// </summary>
public sealed class ConexaoForm
{
    [Display(Name = "Token da API4COM")]
    public string? Token { get; set; }

    [Display(Name = "URL base da API")]
    public string? BaseUrl { get; set; } = Api4ComAccount.DefaultBaseUrl;

    [Display(Name = "Domínio SIP")]
    public string? SipDomain { get; set; }

    [Display(Name = "Endereço WSS")]
    public string? WssUrl { get; set; }

    [Display(Name = "Servidores ICE")]
    public string? IceServers { get; set; }

    [Display(Name = "Usuário TURN")]
    public string? TurnUsuario { get; set; }

    [Display(Name = "Senha TURN")]
    public string? TurnSenha { get; set; }

    [Display(Name = "Modo de discagem")]
    public ModoDeDiscagem Modo { get; set; }

    public string BaseUrlLimpa => Digitado.Limpar(BaseUrl).TrimEnd('/');

    public string? TokenLimpo => Digitado.Ler(Token);

    public string? SipDomainLimpo => Digitado.Ler(SipDomain)?.TrimEnd('.').ToLowerInvariant();

    public string? WssUrlLimpa => Digitado.Ler(WssUrl);

    public string? TurnUsuarioLimpo => Digitado.Ler(TurnUsuario);

    public string? TurnSenhaLimpa => string.IsNullOrWhiteSpace(TurnSenha) ? null : TurnSenha.Trim();

    public string[] IceServersLimpos =>
        [.. Digitado.Limpar(IceServers).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool TemTurn => Array.Exists(IceServersLimpos, Integracao.UsaTurn);

    public void EsquecerSegredos() => Token = TurnSenha = null;
}
