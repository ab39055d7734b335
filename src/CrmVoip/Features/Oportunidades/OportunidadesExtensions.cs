namespace CrmVoip.Features.Oportunidades;

public static class OportunidadesExtensions
{
    public static IServiceCollection AddOportunidades(this IServiceCollection services)
    {
        services.AddScoped<PosicionarOportunidade>();
        services.AddScoped<MoverCartao>();
        services.AddScoped<ResponsaveisDoQuadro>();
        services.AddScoped<CriarOportunidade>();
        services.AddScoped<EditarOportunidade>();
        return services;
    }
}
