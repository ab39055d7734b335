using CrmVoip.Api4Com;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia;

public sealed record ConexaoParaValidar(string? Token, string? BaseUrl);

public sealed record ConexaoValidada(bool Ok, string Codigo, string Mensagem, string? DominioSip = null, string? WssUrl = null);

/// <summary>Tries a token and a base URL before they are saved.</summary>
public sealed class ValidarConexao(CrmDbContext db, OrganizacaoAtual atual, ICofre cofre, Api4ComClient api4com)
{
    public async Task<ConexaoValidada> ExecutarAsync(ConexaoParaValidar pedido, CancellationToken ct)
    {
        try
        {
            if (await TokenAsync(pedido, ct) is not { } token)
            {
                return new ConexaoValidada(false, "token_ausente", "Informe o token.");
            }

            var conexao = await api4com.ConnectAsync(new Api4ComAccount(pedido.BaseUrl ?? "", token), ct);
            return conexao.Domain is null
                ? new ConexaoValidada(true, "sem_ramais", "Conexão aceita, mas a conta ainda não tem ramais na API4COM.")
                : new ConexaoValidada(true, "ok", $"Conexão aceita. Domínio SIP: {conexao.Domain}.", conexao.Domain, conexao.WssUrl);
        }
        catch (Api4ComException erro)
        {
            return new ConexaoValidada(false, Codigo(erro.Kind), erro.UserMessage);
        }
    }

    // The saved token goes only where it was saved for: another address could be somebody's trap to read it.
    private async Task<string?> TokenAsync(ConexaoParaValidar pedido, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(pedido.Token))
        {
            return pedido.Token.Trim();
        }

        var salva = await db.EmTransacaoAsync(
            () => db.Integracoes.AsNoTracking().SingleOrDefaultAsync(i => i.Plataforma == PlataformaEnum.Api4com, ct),
            ct);
        return salva is { AccessToken: { } cifrado } && salva.BaseUrl == pedido.BaseUrl?.Trim().TrimEnd('/')
            ? cofre.Decifrar(new LugarDoSegredo(atual.IdExigido, Integracao.ColunaDoToken, salva.Id), cifrado)
            : null;
    }

    private static string Codigo(Api4ComErrorKind kind) => kind switch
    {
        Api4ComErrorKind.TokenRefused => "token_recusado",
        Api4ComErrorKind.NoPermission => "sem_permissao",
        Api4ComErrorKind.AddressNotAllowed => "endereco_nao_permitido",
        Api4ComErrorKind.Unreachable => "inalcancavel",
        Api4ComErrorKind.UnexpectedAnswer => "resposta_inesperada",
        Api4ComErrorKind.Timeout => "tempo_esgotado",
        Api4ComErrorKind.RateLimited => "aguarde",
        _ => "recusado",
    };
}
