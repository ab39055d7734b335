using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Conexoes;

/// <summary>Proves a token at the provider, then keeps it sealed with what the provider revealed. Nothing is saved when it does not work.</summary>
public sealed class SalvarConexao(
    CrmDbContext db,
    OrganizacaoAtual atual,
    ICofre cofre,
    Api4ComClient api4com,
    ContaDoProvedor provedor,
    RegistrarGancho registrarGancho,
    Agenda agenda,
    Auditoria auditoria,
    TimeProvider relogio)
{
    private const int FinalVisivel = 4;
    private const string DominioDoProvedor = ".api4com.com";

    /// <exception cref="Api4ComException">The provider refused.</exception>
    public async Task ExecutarAsync(ConexaoForm form, CancellationToken ct)
    {
        var conexao = form.TokenLimpo is { } token
            ? await api4com.ConnectAsync(new Api4ComAccount(form.BaseUrlLimpa, token), ct)
            : await ComOSalvoAsync(ct);
        await db.EmTransacaoAsync(() => GuardarAsync(form, conexao, ct), ct);
        await registrarGancho.ExecutarAsync(ct);
    }

    // The form's rules let nobody get here without a token saved for this very address.
    private async Task<Api4ComConnection> ComOSalvoAsync(CancellationToken ct)
    {
        var conta = await provedor.AbrirAsync(ct) ?? throw new Api4ComException(Api4ComErrorKind.TokenRefused);
        return await provedor.UsarAsync(conta, api4 => api4com.ConnectAsync(api4, ct), ct);
    }

    private async Task<int> GuardarAsync(ConexaoForm form, Api4ComConnection conexao, CancellationToken ct)
    {
        var integracao = await db.ConexaoAtual().SingleOrDefaultAsync(ct);
        if (integracao is null)
        {
            integracao = new Integracao(atual.IdExigido, PlataformaEnum.Api4com, form.BaseUrlLimpa);
            db.Add(integracao);
        }

        var (dominio, wss) = Enderecos(form, integracao, conexao);
        if (form.TokenLimpo is { } token)
        {
            integracao.EsquecerConta();
            integracao.GuardarToken(Cifrar(integracao, Integracao.ColunaDoToken, token), token.Length > FinalVisivel * 2 ? token[^FinalVisivel..] : "");
        }

        integracao.ApontarPara(form.BaseUrlLimpa, dominio, wss);
        integracao.Revelar(conexao.Domain, conexao.WssUrl);
        integracao.ConfigurarMidia(form.Modo, form.IceServersLimpos, form.TurnUsuarioLimpo);
        if (form is { TemTurn: true, TurnSenhaLimpa: { } senha })
        {
            integracao.GuardarSenhaDoTurn(Cifrar(integracao, Integracao.ColunaDoTurn, senha));
        }

        integracao.Conectar(atual.UsuarioIdExigido, relogio.GetUtcNow());
        var salva = new ConexaoSalva
        {
            BaseUrl = integracao.BaseUrl,
            DominioSip = integracao.SipDomain,
            EnderecoWss = integracao.WssUrl,
            ServidoresIce = integracao.IceServers,
            Modo = integracao.ModoDeDiscagem,
            TokenTrocado = form.TokenLimpo is not null,
            SenhaTurnTrocada = form is { TemTurn: true, TurnSenhaLimpa: not null },
        };
        auditoria.Registrar(salva, integracao.Id);
        await agenda.AgendarAsync<ConferirConexao>(integracao.Id, ct);
        await agenda.AgendarAsync<ConferirRamais>(atual.IdExigido, ct);
        // The person who saves waits for the first try; should that fail, or the instance die, this one stands.
        await agenda.AgendarAsync<RegistrarGanchoPendente>(integracao.Id, RegistrarGanchoPendente.PrimeiraEspera, ct);
        return await db.SaveChangesAsync(ct);
    }

    /// <summary>
    /// What was typed, else what the provider says. A field that still shows what the account revealed was not typed: it
    /// follows the account, also to another one.
    /// </summary>
    private static (string? Dominio, string? Wss) Enderecos(ConexaoForm form, Integracao salva, Api4ComConnection conexao)
    {
        var dominioDigitado = form.SipDomainLimpo == DominioRevelado(salva) ? null : form.SipDomainLimpo;
        var dominio = dominioDigitado ?? conexao.Domain;
        var daConta = dominio is null || dominio == conexao.Domain;
        return (dominio, WssDigitado(form, salva) ?? (daConta ? conexao.WssUrl : Api4ComAccount.WssUrlOf(dominio!)));
    }

    // Rows older than the two columns: the provider's own domains were revealed, any other was typed.
    private static string? DominioRevelado(Integracao salva) =>
        salva.DominioDaConta ?? (salva.SipDomain?.EndsWith(DominioDoProvedor, StringComparison.OrdinalIgnoreCase) == true ? salva.SipDomain : null);

    // An address that only follows from the domain was not typed either.
    private static string? WssDigitado(ConexaoForm form, Integracao salva) =>
        form.WssUrlLimpa == salva.WssDaConta || (salva.SipDomain is { } dominio && form.WssUrlLimpa == Api4ComAccount.WssUrlOf(dominio))
            ? null
            : form.WssUrlLimpa;

    private string Cifrar(Integracao integracao, string coluna, string segredo) =>
        cofre.Cifrar(new LugarDoSegredo(atual.IdExigido, coluna, integracao.Id), segredo);
}
