using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Shared;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia;

public sealed record RamalParaValidar(string? Extension, string? Password, string? SipServer)
{
    public (string Extension, string SipServer) Limpo() => (Extension?.Trim() ?? "", SipServer?.Trim() ?? "");
}

/// <summary>Credentials for one registration test, from a form that was not saved yet.</summary>
public sealed class ValidarRamal(
    CrmDbContext db, OrganizacaoAtual atual, ContaDoProvedor provedor, Api4ComClient api4com, ObterCredenciais credenciais)
{
    public async Task<(CredenciaisSip? Credenciais, Recusa? Recusa)> ExecutarAsync(RamalParaValidar pedido, CancellationToken ct)
    {
        var (extension, sipServer) = pedido.Limpo();
        if (Defeito(extension, sipServer) is { } defeito)
        {
            return (null, defeito);
        }

        var (integracao, senhaSalva) = await db.EmTransacaoAsync(() => LerAsync(extension, sipServer, ct), ct);
        if (integracao?.WssUrl is not { } wssUrl)
        {
            return (null, Recusar("nao_conectado", "A organização ainda não conectou a API4COM.", null));
        }

        if ((string.IsNullOrEmpty(pedido.Password) ? senhaSalva : pedido.Password) is not { } senha)
        {
            return (null, Recusar("senha_ausente", "Informe a senha do ramal.", "Senha"));
        }

        if (await NaoExisteAsync(extension, sipServer, ct))
        {
            return (null, Recusar("ramal_desconhecido", $"O ramal {extension} não existe em {sipServer}. Confira na API4COM.", "Extension"));
        }

        return (CredenciaisSip.De(extension, senha, sipServer, atual.Exigido.NomeDoUsuario ?? extension, wssUrl, integracao.ModoDeDiscagem), null);
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
        var integracao = await db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct);
        var ramal = await db.RamaisVoip.AsNoTracking().SingleOrDefaultAsync(
            r => r.UsuarioId == atual.UsuarioIdExigido && r.Extension == extension && r.SipServer == sipServer, ct);
        return (integracao, ramal is null ? null : await credenciais.SenhaAsync(ramal, ct));
    }

    /// <summary>Only a clear "no" of the provider counts: when it cannot be asked, the registration itself will tell.</summary>
    private async Task<bool> NaoExisteAsync(string extension, string sipServer, CancellationToken ct)
    {
        if (await provedor.AbrirAsync(ct) is not { } conta)
        {
            return false;
        }

        try
        {
            var ramais = await provedor.UsarAsync(conta, api4 => api4com.GetExtensionsAsync(api4, ct), ct);
            return ramais.Count > 0
                && !ramais.Any(r => r.Number == extension && string.Equals(r.Domain, sipServer, StringComparison.OrdinalIgnoreCase));
        }
        catch (Api4ComException)
        {
            return false;
        }
    }
}
