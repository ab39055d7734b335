using CrmVoip.Features.Desenvolvimento;
using CrmVoip.Features.Pessoas;
using CrmVoip.Features.Telefonia;
using CrmVoip.Features.Vendas;

namespace CrmVoip.Features;

public static class FeaturesExtensions
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuracao) => services
        .AddPessoas()
        .AddTelefonia(configuracao)
        .AddVendas()
        .AddDesenvolvimento();
}
