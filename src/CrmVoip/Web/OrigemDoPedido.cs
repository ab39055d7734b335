using CrmVoip.Text;

namespace CrmVoip.Web;

public static class OrigemDoPedido
{
    private const int AgenteMaximo = 300;

    /// <summary>From where a person acts, for the records: address and user agent.</summary>
    public static (string? Ip, string? Agente) DeOnde(this IHttpContextAccessor acesso)
    {
        var pedido = acesso.HttpContext;
        return (pedido?.Connection.RemoteIpAddress?.ToString(), pedido?.Request.Headers.UserAgent.ToString().Cortado(AgenteMaximo));
    }
}
