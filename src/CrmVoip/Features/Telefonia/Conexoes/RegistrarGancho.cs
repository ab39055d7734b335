using System.Security.Cryptography;
using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>
/// Asks the provider to report calls to us, at an address with a secret of this organization. It never fails the caller:
/// without webhooks, calls are reconciled.
/// </summary>
public sealed partial class RegistrarGancho(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ICofre cofre,
    Api4ComClient api4com,
    ContaDoProvedor provedor,
    IOptions<OpcoesDoProvedor> opcoes,
    ILogger<RegistrarGancho> log)
{
    private const int BytesDoSegredo = 32;

    public async Task ExecutarAsync(CancellationToken ct)
    {
        if (EnderecoDoGancho.Raiz(opcoes.Value, atual.IdExigido) is not { } raiz || await provedor.AbrirAsync(ct) is not { } conta)
        {
            return;
        }

        var segredo = await db.EmTransacaoAsync(() => SegredoAsync(conta.IntegracaoId, ct), ct);
        var estado = await RegistrarAsync(conta, new Uri(raiz, segredo), ct);
        await db.EmTransacaoAsync(
            async () =>
            {
                // Disconnected or pointed at another account meanwhile: what was registered is not its webhook.
                if (await db.Integracoes.SingleOrDefaultAsync(i => i.Id == conta.IntegracaoId && i.AccessToken == conta.TokenCifrado, ct) is { } integracao)
                {
                    integracao.MarcarGancho(estado);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private async Task<string> SegredoAsync(Guid integracaoId, CancellationToken ct)
    {
        var integracao = await db.Integracoes.SingleAsync(i => i.Id == integracaoId, ct);
        var lugar = new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoWebhook, integracao.Id);
        if (integracao.WebhookSegredo is null)
        {
            integracao.GuardarSegredoDoWebhook(cofre.Cifrar(lugar, RandomNumberGenerator.GetHexString(BytesDoSegredo * 2, lowercase: true)));
            await db.SaveChangesAsync(ct);
        }

        return cofre.Decifrar(lugar, integracao.WebhookSegredo!);
    }

    private async Task<EstadoDoGancho> RegistrarAsync(ContaAberta conta, Uri url, CancellationToken ct)
    {
        try
        {
            return await provedor.UsarAsync(conta, api4 => api4com.RegisterWebhookAsync(api4, url, ContaDoProvedor.Gateway, ct), ct) switch
            {
                WebhookRegistration.Complete => EstadoDoGancho.Completo,
                WebhookRegistration.DialerOnly => EstadoDoGancho.SoDiscador,
                _ => EstadoDoGancho.Recusado,
            };
        }
        catch (Api4ComException erro)
        {
            NaoRegistrou(log, atual.IdExigido, erro.Kind);
            return EstadoDoGancho.Recusado;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The webhook of {Organizacao} could not be registered: {Motivo}. Its calls are reconciled instead.")]
    private static partial void NaoRegistrou(ILogger logger, Guid organizacao, Api4ComErrorKind motivo);
}
