namespace CrmVoip.Features.Telefonia;

public static class TelefoniaExtensions
{
    public static IServiceCollection AddTelefonia(this IServiceCollection services)
    {
        services.AddScoped<ObterCredenciais>();
        services.AddScoped<ValidarConexao>();
        services.AddScoped<ValidarRamal>();
        return services;
    }
}
