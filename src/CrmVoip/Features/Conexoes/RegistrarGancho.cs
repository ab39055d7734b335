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

namespace CrmVoip.Features.Conexoes;

/// <summary>
/// Asks the provider to report calls to us, at an address with a secret of this organization. It never fails the caller:
/// without webhooks, calls are reconciled.
/// </summary>
public sealed partial class RegistrarGancho(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ICofre cofre,
    Api4ComClient api4com,
    IOptions<OpcoesDoProvedor> opcoes,
    ILogger<RegistrarGancho> log)
{
    private const string Gateway = "crmvoip";
    private const int BytesDoSegredo = 32;

    public async Task ExecutarAsync(CancellationToken ct)
    {
        if (opcoes.Value.UrlPublica is not { Length: > 0 } urlPublica
            || await db.EmTransacaoAsync(() => PrepararAsync(urlPublica, ct), ct) is not var (conta, url))
        {
            return;
        }

        var estado = await RegistrarAsync(conta, url, ct);
        await db.EmTransacaoAsync(
            async () =>
            {
                var integracao = await db.Integracoes.SingleAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);
                integracao.MarcarGancho(estado);
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private async Task<(Api4ComAccount Conta, Uri Url)?> PrepararAsync(string urlPublica, CancellationToken ct)
    {
        var integracao = await db.Integracoes.SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);
        if (integracao?.AccessToken is not { } tokenCifrado)
        {
            return null;
        }

        var lugar = new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoWebhook, integracao.Id);
        if (integracao.WebhookSegredo is null)
        {
            integracao.GuardarSegredoDoWebhook(cofre.Cifrar(lugar, RandomNumberGenerator.GetHexString(BytesDoSegredo * 2, lowercase: true)));
            await db.SaveChangesAsync(ct);
        }

        var segredo = cofre.Decifrar(lugar, integracao.WebhookSegredo!);
        var token = cofre.Decifrar(lugar with { Coluna = Integracao.ColunaDoToken }, tokenCifrado);
        return (
            new Api4ComAccount(integracao.BaseUrl, token),
            new Uri($"{urlPublica.TrimEnd('/')}/ganchos/api4com/{atual.IdExigido:D}/{segredo}"));
    }

    private async Task<EstadoDoGancho> RegistrarAsync(Api4ComAccount conta, Uri url, CancellationToken ct)
    {
        try
        {
            return await api4com.RegisterWebhookAsync(conta, url, Gateway, ct) switch
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
