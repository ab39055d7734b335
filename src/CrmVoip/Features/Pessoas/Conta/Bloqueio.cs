using CrmVoip.Domain;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What is told and recorded when a password is refused, or was one too many: also the right one has to wait then.</summary>
public static class Bloqueio
{
    /// <summary>The attempt after which there is a wait stands out in the record.</summary>
    public static string Acao(SignInResult recusa) => recusa is SenhaRecusada { Bloqueou: true } ? Acoes.Conta.Bloqueada : Acoes.Conta.Recusada;

    public static string Mensagem(SignInResult recusa, DateTimeOffset agora) =>
        $"Entrada bloqueada por senhas erradas demais. Tente de novo em {Minutos(((recusa as SenhaRecusada)?.Ate ?? agora) - agora)} ou recupere a senha.";

    public static string MensagemDeCodigo(DateTimeOffset ate, DateTimeOffset agora) => $"Códigos errados demais. Tente de novo em {Minutos(ate - agora)}.";

    private static string Minutos(TimeSpan espera)
    {
        var minutos = Math.Max(1, (int)Math.Ceiling(espera.TotalMinutes));
        return $"{minutos} {(minutos == 1 ? "minuto" : "minutos")}";
    }
}
