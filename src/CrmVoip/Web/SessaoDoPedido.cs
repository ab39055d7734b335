using Microsoft.AspNetCore.Authentication;

namespace CrmVoip.Web;

/// <summary>The session a request comes in by, once its cookie was checked.</summary>
public sealed record SessaoDoPedido(Guid Id, Guid UsuarioId)
{
    private const string Chave = "sessao";

    public static SessaoDoPedido? De(HttpContext contexto) => contexto.Items[typeof(SessaoDoPedido)] as SessaoDoPedido;

    /// <summary>Null outside a request, at the operator's console say.</summary>
    public static SessaoDoPedido? De(IHttpContextAccessor acesso) => acesso.HttpContext is { } contexto ? De(contexto) : null;

    public void Lembrar(HttpContext contexto) => contexto.Items[typeof(SessaoDoPedido)] = this;

    /// <summary>The cookie carries the id beside the claims, and keeps it when they are made anew.</summary>
    public static Guid? IdDo(AuthenticationProperties cookie) => Guid.TryParse(cookie.GetString(Chave), out var id) ? id : null;

    public static void PorNo(AuthenticationProperties cookie, Guid id) => cookie.SetString(Chave, id.ToString());
}
