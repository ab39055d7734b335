using CrmVoip.Features.Conta;
using CrmVoip.Features.Ligacoes;

namespace CrmVoip.Features;

public static class FeaturesExtensions
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddConta();
        services.AddLigacoes(configuracao);
        return services;
    }
}
