namespace CrmVoip.Features.Conexoes;

public static class ConexoesExtensions
{
    public static IServiceCollection AddConexoes(this IServiceCollection services)
    {
        services.AddScoped<SalvarConexao>();
        services.AddScoped<DesfazerConexao>();
        services.AddScoped<RegistrarGancho>();
        services.AddHostedService<RegistrarGanchosJob>();
        return services;
    }
}
