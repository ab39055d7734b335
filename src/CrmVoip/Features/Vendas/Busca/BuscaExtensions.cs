using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Busca;

public static class BuscaExtensions
{
    public static IServiceCollection AddBusca(this IServiceCollection services)
    {
        services.AddScoped<ISemente, SementeDaBusca>();
        services.AddTrabalho<IndexarBusca>();
        return services;
    }
}
