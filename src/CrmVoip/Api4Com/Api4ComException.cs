using System.Net;

namespace CrmVoip.Api4Com;

public enum Api4ComErrorKind
{
    TokenRefused,
    NoPermission,
    AddressNotAllowed,
    Unreachable,
    UnexpectedAnswer,
    Timeout,
    RateLimited,
    Other,
}

/// <summary>The provider did not do what was asked. Never carries the token; UserMessage is shown to people, in pt-BR.</summary>
public sealed class Api4ComException(
    Api4ComErrorKind kind, HttpStatusCode? status = null, string? detail = null, Exception? inner = null, string? reason = null)
    : Exception($"API4COM: {kind}{(status is { } s ? $" ({(int)s})" : "")}{(detail is null ? "" : $": {detail}")}", inner)
{
    public Api4ComErrorKind Kind { get; } = kind;

    public HttpStatusCode? Status { get; } = status;

    /// <summary>The provider's own words, to tell one refusal from another. Not for people: they are English and technical.</summary>
    public string Reason { get; } = reason ?? "";

    public string UserMessage => Kind switch
    {
        Api4ComErrorKind.TokenRefused => "Token recusado pela API4COM. Gere outro em Tokens de acesso, no painel da API4COM, e cole aqui.",
        Api4ComErrorKind.NoPermission => "Este token não tem permissão. Use o token de um usuário administrador da API4COM.",
        Api4ComErrorKind.AddressNotAllowed => "Endereço não permitido. Use o endereço https da API4COM.",
        Api4ComErrorKind.Unreachable => "Endereço inalcançável. Confira a URL base e tente de novo.",
        Api4ComErrorKind.UnexpectedAnswer => "Resposta inesperada: este endereço não parece ser o da API4COM.",
        Api4ComErrorKind.Timeout => "Tempo esgotado: a API4COM não respondeu. Tente de novo em instantes.",
        Api4ComErrorKind.RateLimited => "A API4COM pediu para esperar. Tente de novo em um minuto.",
        _ => "A API4COM recusou o pedido. Tente de novo em instantes.",
    };
}
