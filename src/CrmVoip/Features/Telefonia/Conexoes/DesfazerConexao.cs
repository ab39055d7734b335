using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>
/// Erases the organization's secrets at once, then takes our webhook back from the provider, as far as it lets us: a provider
/// that is down must not keep anybody connected. Ramais, calls and a call in progress stay.
/// </summary>
public sealed partial class DesfazerConexao(
    CrmDbContext db,
    OrganizacaoAtual atual,
    Api4ComClient api4com,
    ContaDoProvedor provedor,
    Auditoria auditoria,
    IOptions<OpcoesDoProvedor> opcoes,
    TimeProvider relogio,
    ILogger<DesfazerConexao> log)
{
    public async Task ExecutarAsync(CancellationToken ct)
    {
        var conta = await provedor.AbrirAsync(ct);
        await db.EmTransacaoAsync(() => DesfazerAsync(ct), ct);
        if (conta is not null && EnderecoDoGancho.Raiz(opcoes.Value, atual.IdExigido) is { } raiz)
        {
            await TirarGanchoAsync(conta.Api4Com, raiz, ct);
        }
    }

    private async Task<int> DesfazerAsync(CancellationToken ct)
    {
        if (await db.Integracoes.Conectadas().SingleOrDefaultAsync(ct) is not { } integracao)
        {
            return 0;
        }

        integracao.Desconectar(relogio.GetUtcNow());
        auditoria.Registrar(new ConexaoDesfeita(), integracao.Id);
        return await db.SaveChangesAsync(ct);
    }

    private async Task TirarGanchoAsync(Api4ComAccount conta, Uri raiz, CancellationToken ct)
    {
        try
        {
            await api4com.UnregisterWebhookAsync(conta, raiz, ct);
        }
        catch (Api4ComException erro)
        {
            NaoTirou(log, atual.IdExigido, erro.Kind);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The webhook of {Organizacao} stays registered at the provider: {Motivo}. Its address answers nothing any more.")]
    private static partial void NaoTirou(ILogger logger, Guid organizacao, Api4ComErrorKind motivo);
}
