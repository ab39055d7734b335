using CrmVoip.Work;

namespace CrmVoip.Features.Ligacoes;

public static class LigacoesExtensions
{
    public static IServiceCollection AddLigacoes(this IServiceCollection services, IConfiguration configuracao)
    {
        services.Configure<OpcoesDeLigacao>(configuracao.GetSection(OpcoesDeLigacao.Secao));
        services.AddScoped<IniciarLigacao>();
        services.AddScoped<DiscarLigacao>();
        services.AddScoped<DesligarDiscagem>();
        services.AddScoped<RegistrarFatos>();
        services.AddScoped<VigiarLigacao>();
        services.AddScoped<ISemente, SementeDaVarredura>();
        services.AddTrabalho<VarrerLigacao>();
        services.Configure<OpcoesDeReconciliacao>(configuracao.GetSection(OpcoesDeReconciliacao.Secao));
        services.AddSingleton<FilaDeGanchos>();
        services.AddSingleton<ReceberGancho>();
        services.AddSingleton<EnderecoDaGravacao>();
        services.AddScoped<BuscarGravacao>();
        services.AddScoped<ReconciliarOrganizacao>();
        services.AddSingleton<ProcessarGanchosJob>();
        services.AddSingleton<ReconciliarJob>();
        services.AddHostedService(provedor => provedor.GetRequiredService<ProcessarGanchosJob>());
        services.AddHostedService(provedor => provedor.GetRequiredService<ReconciliarJob>());
        return services;
    }
}
