namespace CrmVoip.Features.Conta;

public static class ContaExtensions
{
    public static IServiceCollection AddConta(this IServiceCollection services)
    {
        services.AddScoped<RegistroDeConta>();
        services.AddScoped<CriarConta>();
        services.AddScoped<AceitarConvite>();
        return services;
    }
}
