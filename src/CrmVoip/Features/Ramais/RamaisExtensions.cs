namespace CrmVoip.Features.Ramais;

public static class RamaisExtensions
{
    public static IServiceCollection AddRamais(this IServiceCollection services)
    {
        services.AddScoped<SugerirRamal>();
        services.AddScoped<SalvarRamal>();
        return services;
    }
}
