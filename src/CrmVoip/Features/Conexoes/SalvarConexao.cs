using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Conexoes;

/// <summary>Proves a token at the provider, then keeps it sealed with what the provider revealed. Nothing is saved when it does not work.</summary>
public sealed class SalvarConexao(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ICofre cofre,
    Api4ComClient api4com,
    RegistrarGancho registrarGancho,
    OrigemDoTelefone origem,
    Auditoria auditoria,
    TimeProvider relogio)
{
    private const int FinalVisivel = 4;

    /// <exception cref="Api4ComException">The provider refused.</exception>
    public async Task ExecutarAsync(ConexaoForm form, CancellationToken ct)
    {
        var token = form.TokenLimpo ?? await db.EmTransacaoAsync(() => TokenSalvoAsync(ct), ct);
        var conexao = await api4com.ConnectAsync(new Api4ComAccount(form.BaseUrlLimpa, token), ct);
        await db.EmTransacaoAsync(() => GuardarAsync(form, token, conexao, ct), ct);
        origem.Esquecer(atual.IdExigido);
        await registrarGancho.ExecutarAsync(ct);
    }

    private async Task<string> TokenSalvoAsync(CancellationToken ct)
    {
        var salva = await db.Integracoes.AsNoTracking().SingleAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);
        return cofre.Decifrar(new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoToken, salva.Id), salva.AccessToken!);
    }

    private async Task<int> GuardarAsync(ConexaoForm form, string token, Api4ComConnection conexao, CancellationToken ct)
    {
        var integracao = await db.Integracoes.SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);
        if (integracao is null)
        {
            integracao = new Integracao(atual.IdExigido, PlataformaEnum.Api4com, form.BaseUrlLimpa);
            db.Add(integracao);
        }

        if (form.TokenLimpo is not null)
        {
            var lugar = new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoToken, integracao.Id);
            integracao.EsquecerConta();
            integracao.GuardarToken(cofre.Cifrar(lugar, token), token.Length > FinalVisivel * 2 ? token[^FinalVisivel..] : "");
        }

        integracao.ApontarPara(form.BaseUrlLimpa, conexao.Domain, conexao.WssUrl);
        integracao.Conectar(atual.UsuarioIdExigido, relogio.GetUtcNow());
        auditoria.Registrar(Acoes.ConexaoSalva, "integracoes", integracao.Id, dados: new
        {
            baseUrl = integracao.BaseUrl,
            dominioSip = integracao.SipDomain,
            tokenTrocado = form.TokenLimpo is not null,
        });
        return await db.SaveChangesAsync(ct);
    }
}
