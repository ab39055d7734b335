using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Web;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>
/// Judges the codes of an account, each counted first (ContarSenhas): whoever sends many at once learns no more than whoever
/// sends them in turn.
/// </summary>
public sealed class JulgarFator(ContarSenhas contar, RegistroDeConta registro, TimeProvider relogio)
{
    /// <param name="usuario">Whose code it is.</param>
    /// <param name="gastar">True, once, when the code is good.</param>
    /// <param name="errado">What a wrong code is told, and at which field.</param>
    /// <returns>Null: it passed.</returns>
    public async Task<Recusa?> ExecutarAsync(Usuario usuario, Func<Task<bool>> gastar, Recusa errado)
    {
        var tentativa = await contar.ContarCodigoAsync(usuario.Id);
        if (tentativa.Julgar && await gastar())
        {
            await contar.AcertarAsync(tentativa);
            return null;
        }

        // Whoever hangs up before the answer is recorded too.
        await registro.GravarAsync(usuario.Id, Bloqueio.Acao(SenhaRecusada.De(tentativa)), CancellationToken.None);
        return tentativa.Ate is { } ate ? errado with { Mensagem = Bloqueio.MensagemDeCodigo(ate, relogio.GetUtcNow()) } : errado;
    }
}
