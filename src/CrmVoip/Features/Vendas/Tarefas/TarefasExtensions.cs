using CrmVoip.Features.Vendas.Hoje;
using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Tarefas;

public static class TarefasExtensions
{
    public static IServiceCollection AddTarefas(this IServiceCollection services)
    {
        services.AddScoped<CriarTarefa>();
        services.AddScoped<EditarTarefa>();
        services.AddScoped<ConcluirTarefa>();
        services.AddScoped<ReabrirTarefa>();
        services.AddScoped<AdiarTarefa>();
        services.AddScoped<ExcluirTarefa>();
        services.AddScoped<LerHoje>();
        services.AddScoped<ISemente, SementeDasTarefas>();
        services.AddTrabalho<PreencherTarefas>();
        return services;
    }
}
