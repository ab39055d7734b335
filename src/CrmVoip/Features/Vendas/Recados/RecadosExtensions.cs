namespace CrmVoip.Features.Vendas.Recados;

public static class RecadosExtensions
{
    public static IServiceCollection AddRecados(this IServiceCollection services) => services.AddScoped<DeixarRecado>();
}
