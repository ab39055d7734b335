using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>Tries the saved connection and keeps what came of it: who tested and when, mended or broken.</summary>
public sealed class TestarConexaoSalva(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ContaDoProvedor provedor,
    Api4ComClient api4com,
    TimeProvider relogio)
{
    /// <exception cref="Api4ComException">The provider refused; the connection is marked broken.</exception>
    public async Task<Api4ComConnection> ExecutarAsync(ContaAberta conta, CancellationToken ct)
    {
        try
        {
            var conexao = await provedor.UsarAsync(conta, api4 => api4com.ConnectAsync(api4, ct), ct);
            await GuardarAsync(conta, integracao =>
            {
                integracao.Completar(conexao.Domain, conexao.WssUrl);
                integracao.Conectar(atual.UsuarioIdExigido, relogio.GetUtcNow());
            }, ct);
            return conexao;
        }
        catch (Api4ComException erro)
        {
            await GuardarAsync(conta, integracao =>
            {
                integracao.MarcarErro(erro.UserMessage, relogio.GetUtcNow());
                integracao.RegistrarTeste(atual.UsuarioIdExigido, relogio.GetUtcNow());
            }, ct);
            throw;
        }
    }

    private async Task GuardarAsync(ContaAberta conta, Action<Integracao> mudar, CancellationToken ct)
    {
        await db.EmTransacaoAsync(
            async () =>
            {
                if (await db.Integracoes.SingleOrDefaultAsync(i => i.Id == conta.IntegracaoId && i.AccessToken == conta.TokenCifrado, ct) is { } integracao)
                {
                    mudar(integracao);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }
}
