using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>The organization's account at the provider with the saved token, as it was sealed: a newer token is another one.</summary>
public sealed record ContaAberta(Guid IntegracaoId, string BaseUrl, Api4ComAccount Api4Com, string TokenCifrado, bool ComErro);

/// <summary>
/// The one way to use the saved token. When the provider refuses it (401), the connection is marked broken, which is recorded
/// and told to the administradores once; when it takes it again, the connection is mended. Opens its own transactions: none may be open.
/// </summary>
public sealed class ContaDoProvedor(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ICofre cofre,
    Auditoria auditoria,
    AvisosAosAdministradores avisos,
    TimeProvider relogio)
{
    /// <summary>Ours among the account's webhooks, and in the metadata of what is dialled: the provider compares the two.</summary>
    public const string Gateway = "crmvoip";

    /// <summary>Null when the organization is not connected.</summary>
    public Task<ContaAberta?> AbrirAsync(CancellationToken ct) => db.EmTransacaoAsync(() => LerAsync(ct), ct);

    /// <exception cref="Api4ComException">The provider refused.</exception>
    public async Task<T> UsarAsync<T>(ContaAberta conta, Func<Api4ComAccount, Task<T>> uso, CancellationToken ct)
    {
        try
        {
            var resultado = await uso(conta.Api4Com);
            if (conta.ComErro)
            {
                await SararAsync(conta, ct);
            }

            return resultado;
        }
        catch (Api4ComException erro) when (erro.Kind == Api4ComErrorKind.TokenRefused)
        {
            MedidasDoProvedor.RecusouToken();
            await MarcarRecusaAsync(conta, erro, ct);
            throw;
        }
    }

    private async Task<ContaAberta?> LerAsync(CancellationToken ct)
    {
        var integracao = await db.ConexaoAsync(ct);
        return integracao?.AccessToken is { } cifrado
            ? new ContaAberta(
                integracao.Id,
                integracao.BaseUrl,
                new Api4ComAccount(
                    integracao.BaseUrl, cofre.Decifrar(new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoToken, integracao.Id), cifrado)),
                cifrado,
                integracao.Status == StatusDaIntegracao.ComErro)
            : null;
    }

    private async Task MarcarRecusaAsync(ContaAberta conta, Api4ComException erro, CancellationToken ct)
    {
        await db.EmTransacaoAsync(() => MarcarAsync(conta, erro, ct), ct);
    }

    private async Task SararAsync(ContaAberta conta, CancellationToken ct)
    {
        await db.EmTransacaoAsync(
            async () =>
            {
                if (await TravadaAsync(conta, ct) is { } integracao && integracao.Sarar(relogio.GetUtcNow()))
                {
                    auditoria.Registrar(new ConexaoRestabelecida(), integracao.Id);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    // Locked, so that two at once tell it once. A token saved meanwhile is not to blame.
    private async Task<Integracao?> TravadaAsync(ContaAberta conta, CancellationToken ct)
    {
        await db.TravarIntegracaoAsync(conta.IntegracaoId, ct);
        var integracao = await db.Integracoes.SingleOrDefaultAsync(i => i.Id == conta.IntegracaoId && i.AccessToken == conta.TokenCifrado, ct);
        if (integracao is not null)
        {
            // Who asked the provider may have read the row before.
            await db.Entry(integracao).ReloadAsync(ct);
        }

        return integracao;
    }

    private async Task<bool> MarcarAsync(ContaAberta conta, Api4ComException erro, CancellationToken ct)
    {
        if (await TravadaAsync(conta, ct) is not { } integracao)
        {
            return false;
        }

        if (!integracao.MarcarErro(erro.UserMessage, relogio.GetUtcNow()))
        {
            await db.SaveChangesAsync(ct);
            return false;
        }

        auditoria.Registrar(new ConexaoRecusada { Motivo = Domain.Atividades.ConexaoRecusada.TokenRecusado }, integracao.Id);
        await db.SaveChangesAsync(ct);
        await avisos.AgendarAsync<AvisarTokenRecusado>(ct);
        return true;
    }
}
