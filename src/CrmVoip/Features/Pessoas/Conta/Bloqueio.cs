using CrmVoip.Domain;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Conta;

/// <summary>What a locked account is told: also the right password is refused until then.</summary>
public static class Bloqueio
{
    public const int Tentativas = 10;
    public static readonly TimeSpan Duracao = TimeSpan.FromMinutes(5);

    /// <summary>What a refused password is recorded as: the one that locks the account stands out.</summary>
    public static string Acao(SignInResult recusa, bool jaBloqueada) =>
        recusa.IsLockedOut && !jaBloqueada ? Acoes.Conta.Bloqueada : Acoes.Conta.Recusada;

    public static string Mensagem(Usuario usuario, DateTimeOffset agora)
    {
        var minutos = Math.Max(1, (int)Math.Ceiling(((usuario.LockoutEnd ?? agora) - agora).TotalMinutes));
        return $"Conta bloqueada por senhas erradas demais. Tente de novo em {minutos} {(minutos == 1 ? "minuto" : "minutos")} ou recupere a senha.";
    }
}
