namespace CrmVoip.Features.Telefonia.Linha;

public static class LinhaExtensions
{
    public static IServiceCollection AddLinha(this IServiceCollection services)
    {
        services.AddScoped<ObterCredenciais>();
        services.AddScoped<ValidarConexao>();
        services.AddScoped<ValidarRamal>();
        return services;
    }
}
