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
        services.AddSingleton<ReceberGancho>();
        return services;
    }
}
