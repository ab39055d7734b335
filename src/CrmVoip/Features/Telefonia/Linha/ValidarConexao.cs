using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Text;

namespace CrmVoip.Features.Telefonia.Linha;

public sealed record ConexaoParaValidar(string? Token, string? BaseUrl);

/// <summary>Mensagem says what came of the test; Aviso, when there is one, what will not work although the token is accepted.</summary>
public sealed record ConexaoValidada(
    bool Ok, string Codigo, string Mensagem, string? Aviso = null, string? DominioSip = null, string? WssUrl = null, int? Ramais = null);

/// <summary>Tries a token and a base URL before they are saved. Without a token the saved one is tried, which is a test of the saved connection.</summary>
public sealed class ValidarConexao(Api4ComClient api4com, ContaDoProvedor provedor, TestarConexaoSalva testarSalva)
{
    public async Task<ConexaoValidada> ExecutarAsync(ConexaoParaValidar pedido, CancellationToken ct)
    {
        try
        {
            return await ConectarAsync(pedido, ct) is { } conexao
                ? Aceita(conexao)
                : new ConexaoValidada(false, "token_ausente", "Informe o token.");
        }
        catch (Api4ComException erro)
        {
            return new ConexaoValidada(false, Codigo(erro.Kind), erro.UserMessage);
        }
    }

    // The saved token goes only where it was saved for: another address could be somebody's trap to read it.
    private async Task<Api4ComConnection?> ConectarAsync(ConexaoParaValidar pedido, CancellationToken ct)
    {
        if (Digitado.Ler(pedido.Token) is { } token)
        {
            return await api4com.ConnectAsync(new Api4ComAccount(pedido.BaseUrl ?? "", token), ct);
        }

        return await provedor.AbrirAsync(ct) is { } conta && conta.BaseUrl == Digitado.Limpar(pedido.BaseUrl).TrimEnd('/')
            ? await testarSalva.ExecutarAsync(conta, ct)
            : null;
    }

    private static ConexaoValidada Aceita(Api4ComConnection conexao)
    {
        var dono = $"Token de {conexao.User.Name ?? conexao.User.Email}{(conexao.User.IsAdministrator ? ", administrador" : "")}.";
        var aviso = conexao.User.IsOrdinary
            ? "Este usuário não é administrador na API4COM: ela não avisará as ligações, e ligar pelos ramais dos colegas pode falhar. Prefira o token de um administrador."
            : null;
        return conexao.Domain is null
            ? new ConexaoValidada(true, "sem_ramais", $"Conexão aceita, mas a conta ainda não tem ramais na API4COM. {dono}", aviso, Ramais: 0)
            : new ConexaoValidada(
                true,
                "ok",
                $"Conexão aceita. Domínio SIP: {conexao.Domain}. {(conexao.Extensions == 1 ? "1 ramal" : $"{conexao.Extensions} ramais")}. {dono}",
                aviso,
                conexao.Domain,
                conexao.WssUrl,
                conexao.Extensions);
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
