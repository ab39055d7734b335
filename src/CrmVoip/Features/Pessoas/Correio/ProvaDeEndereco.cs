using System.Security.Cryptography;
using CrmVoip.Domain;
using Microsoft.AspNetCore.DataProtection;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>
/// Secrets that only a mailbox gets: who shows one can read what is sent to that address. Each names what it was made for, the
/// address and its own end.
/// </summary>
public sealed class ProvaDeEndereco(IDataProtectionProvider protecao, TimeProvider relogio)
{
    public static readonly TimeSpan Validade = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _protetor = protecao.CreateProtector("CrmVoip.ProvaDeEndereco.v1").ToTimeLimitedDataProtector();

    /// <summary>Serves once: a confirmed address needs no proof.</summary>
    public string DaConta(Usuario usuario) => _protetor.Protect(Conteudo(usuario), Validade);

    public bool Vale(Usuario usuario, string token) => Confere(token, Conteudo(usuario));

    /// <summary>As long as the invitation itself.</summary>
    public string DoConvite(Guid conviteId, string email, DateTimeOffset expiraEm) =>
        _protetor.Protect(Conteudo(conviteId, email), expiraEm - relogio.GetUtcNow());

    public bool Vale(Guid conviteId, string email, string? token) => token is not null && Confere(token, Conteudo(conviteId, email));

    public string DoPedido(PedidoDeConta pedido) => _protetor.Protect(Conteudo(pedido), PedidoDeConta.Validade);

    public bool Vale(PedidoDeConta pedido, string token) => Confere(token, Conteudo(pedido));

    private static string Conteudo(Usuario usuario) => $"conta {usuario.Id:N} {usuario.Email}";

    private static string Conteudo(Guid conviteId, string email) => $"convite {conviteId:N} {email}";

    private static string Conteudo(PedidoDeConta pedido) => $"pedido {pedido.Id:N} {pedido.Email}";

    private bool Confere(string token, string conteudo)
    {
        try
        {
            return _protetor.Unprotect(token) == conteudo;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
