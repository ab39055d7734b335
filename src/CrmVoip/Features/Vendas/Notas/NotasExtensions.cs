namespace CrmVoip.Features.Vendas.Notas;

public static class NotasExtensions
{
    public static IServiceCollection AddNotas(this IServiceCollection services) => services.AddScoped<MudarNotas>();
}
