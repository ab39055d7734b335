namespace CrmVoip.Web;

public static class OrigemDoPedido
{
    private const int AgenteMaximo = 300;

    /// <summary>From where a person acts, for the records: address and user agent.</summary>
    public static (string? Ip, string? Agente) DeOnde(this IHttpContextAccessor acesso)
    {
        var agente = acesso.HttpContext?.Request.Headers.UserAgent.ToString();
        return (
            acesso.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            agente is { Length: > AgenteMaximo } ? agente[..AgenteMaximo] : agente);
    }
}
