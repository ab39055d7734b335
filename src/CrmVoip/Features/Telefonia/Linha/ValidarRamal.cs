using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Linha;

public sealed record RamalParaValidar(string? Extension, string? Password, string? SipServer, string? Realm = null)
{
    public (string Extension, string SipServer) Limpo() => (Digitado.Limpar(Extension), Digitado.Limpar(SipServer).ToLowerInvariant());
}

/// <summary>Conferido is false when the provider could not be asked: the registration itself will tell.</summary>
public sealed record RamalValidado(bool Conferido, string Mensagem, CredenciaisSip Credenciais);

/// <summary>Asks the provider about a ramal that was not saved yet, and makes the credentials for one test of its line.</summary>
public sealed class ValidarRamal(
    CrmDbContext db, OrganizacaoAtual atual, ContaDoProvedor provedor, Api4ComClient api4com, ObterCredenciais credenciais, SenhaDoRamal senhas)
{
    public async Task<Resultado<RamalValidado>> ExecutarAsync(RamalParaValidar pedido, CancellationToken ct)
    {
        var (extension, sipServer) = pedido.Limpo();
        if (Defeito(extension, sipServer) is { } defeito)
        {
            return defeito;
        }

        if (!RealmDoDesafio.Aceita(pedido.Realm))
        {
            return RealmDoDesafio.Invalido;
        }

        var (integracao, senhaSalva) = await db.EmTransacaoAsync(() => LerAsync(extension, sipServer, ct), ct);
        if (integracao?.WssUrl is not { } wssUrl)
        {
            return Recusar("nao_conectado", "A organização ainda não conectou a API4COM.", null);
        }

        if ((string.IsNullOrEmpty(pedido.Password) ? senhaSalva : pedido.Password) is not { } senha)
        {
            return Recusar("senha_ausente", "Informe a senha do ramal.", "Senha");
        }

        var existe = await ExisteAsync(extension, sipServer, integracao, ct);
        if (existe is false)
        {
            return Recusar("ramal_desconhecido", $"O ramal {extension} não existe em {sipServer}. Confira na API4COM.", "Extension");
        }

        var mensagem = existe is true
            ? $"O ramal {extension} existe em {sipServer}."
            : "A API4COM não respondeu agora; o registro dirá se o ramal existe.";
        var nome = atual.Exigido.NomeDoUsuario ?? extension;
        var deTeste = CredenciaisSip.De(
            extension, senha, sipServer, nome, wssUrl, integracao.ModoDeDiscagem, credenciais.ServidoresIce(integracao), pedido.Realm);
        return new RamalValidado(existe is true, mensagem, deTeste);
    }

    private static Recusa? Defeito(string extension, string sipServer)
    {
        if (extension.Length is 0 or > RamalVoip.ExtensionMaximo || !extension.All(char.IsAsciiLetterOrDigit))
        {
            return Recusar("ramal_invalido", "Informe o ramal: só letras e números.", "Extension");
        }

        return Uri.CheckHostName(sipServer) == UriHostNameType.Dns
            ? null
            : Recusar("servidor_invalido", "Informe o servidor SIP, como empresa.api4com.com.", "SipServer");
    }

    private static Recusa Recusar(string codigo, string mensagem, string? campo) =>
        new(StatusCodes.Status422UnprocessableEntity, codigo, mensagem, Campo: campo);

    // The saved password answers only for the ramal it was saved for.
    private async Task<(Integracao? Integracao, string? Senha)> LerAsync(string extension, string sipServer, CancellationToken ct)
    {
        var integracao = await db.ConexaoAsync(ct);
        var ramal = await db.RamaisVoip.AsNoTracking().SingleOrDefaultAsync(
            r => r.UsuarioId == atual.UsuarioIdExigido && r.Extension == extension && r.SipServer == sipServer, ct);
        return (integracao, ramal is null ? null : await senhas.AbrirAsync(ramal, ct));
    }

    // The administrador may send the phone to another domain than the account's; the provider knows its ramais by its own.
    private static bool EhDoServidor(string? dominio, string sipServer, Integracao integracao) =>
        string.Equals(dominio, sipServer, StringComparison.OrdinalIgnoreCase)
        || string.Equals(sipServer, integracao.SipDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when the provider does not say: only its clear "no" counts.</summary>
    private async Task<bool?> ExisteAsync(string extension, string sipServer, Integracao integracao, CancellationToken ct)
    {
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return null;
        }

        try
        {
            var ramais = await provedor.UsarAsync(conta, api4 => api4com.GetExtensionsAsync(api4, ct), ct);
            return ramais.Count == 0
                ? null
                : ramais.Any(r => r.Number == extension && EhDoServidor(r.Domain, sipServer, integracao));
        }
        catch (Api4ComException)
        {
            return null;
        }
    }
}
