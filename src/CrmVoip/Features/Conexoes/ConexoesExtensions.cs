using CrmVoip.Work;

namespace CrmVoip.Features.Conexoes;

public static class ConexoesExtensions
{
    public static IServiceCollection AddConexoes(this IServiceCollection services)
    {
        services.AddScoped<SalvarConexao>();
        services.AddScoped<DesfazerConexao>();
        services.AddScoped<RegistrarGancho>();
        services.AddTrabalho<RegistrarGanchoPendente>();
        services.AddScoped<ISemente, SementeDosGanchos>();
        return services;
    }
}
