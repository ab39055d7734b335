using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>Switches the second factor off: the key and the recovery codes go, remembered devices are forgotten.</summary>
public sealed class DesligarSegundoFator(
    UserManager<Usuario> usuarios, ContasDbContext db, EncerrarSessoes sessoes, RegistroDeConta registro, IHttpContextAccessor contexto)
{
    public async Task ExecutarAsync(Usuario usuario, CancellationToken ct)
    {
        await DesligarAsync(usuario, ct);
        await registro.GravarAsync(usuario.Id, Acoes.Conta.SegundoFatorDesligado, ct);
    }

    /// <summary>For somebody who lost app and codes, at the server's console.</summary>
    public async Task PeloOperadorAsync(Usuario usuario, CancellationToken ct)
    {
        await DesligarAsync(usuario, ct);
        await registro.GravarAsync(new EventoDeConta(usuario.Id, Acoes.Conta.SegundoFatorDesligado) { Agente = EventoDeConta.AgenteDoOperador }, ct);
    }

    private async Task DesligarAsync(Usuario usuario, CancellationToken ct)
    {
        await usuarios.SetTwoFactorEnabledAsync(usuario, false);
        await db.Autenticadores.Where(a => a.UsuarioId == usuario.Id).ExecuteDeleteAsync(ct);
        await db.CodigosDeRecuperacao.Where(c => c.UsuarioId == usuario.Id).ExecuteDeleteAsync(ct);
        // The person's own goes on; at the console there is none.
        await sessoes.OutrasAsync(usuario.Id, SessaoDoPedido.De(contexto)?.Id, ct);
    }
}
