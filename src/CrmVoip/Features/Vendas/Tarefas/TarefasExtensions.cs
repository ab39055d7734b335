using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Tarefas;

public static class TarefasExtensions
{
    public static IServiceCollection AddTarefas(this IServiceCollection services)
    {
        services.AddScoped<ISemente, SementeDasTarefas>();
        services.AddTrabalho<PreencherTarefas>();
        return services;
    }
}
