using CrmVoip.Features.Conta;
using CrmVoip.Features.Ligacoes;
using CrmVoip.Features.Oportunidades;

namespace CrmVoip.Features;

public static class FeaturesExtensions
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddConta();
        services.AddLigacoes(configuracao);
        services.AddOportunidades();
        return services;
    }
}
