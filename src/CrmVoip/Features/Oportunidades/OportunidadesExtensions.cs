using CrmVoip.Features.Vendas.Quadros;

namespace CrmVoip.Features.Oportunidades;

public static class OportunidadesExtensions
{
    public static IServiceCollection AddOportunidades(this IServiceCollection services)
    {
        services.AddScoped<PosicionarOportunidade>();
        services.AddScoped<MoverCartao>();
        services.AddScoped<EquipeDoQuadro>();
        services.AddScoped<CriarOportunidade>();
        services.AddScoped<EditarOportunidade>();
        return services;
    }
}
