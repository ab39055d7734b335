namespace CrmVoip.Features.Vendas.Funis;

public static class FunisExtensions
{
    public static IServiceCollection AddFunis(this IServiceCollection services)
    {
        services.AddScoped<MudarEtapas>();
        services.AddScoped<MudarMotivos>();
        services.AddScoped<MudarResultados>();
        services.AddScoped<ArquivarEtapa>();
        return services;
    }
}
