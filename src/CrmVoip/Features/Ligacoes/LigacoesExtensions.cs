namespace CrmVoip.Features.Ligacoes;

public static class LigacoesExtensions
{
    public static IServiceCollection AddLigacoes(this IServiceCollection services, IConfiguration configuracao)
    {
        services.Configure<OpcoesDeLigacao>(configuracao.GetSection(OpcoesDeLigacao.Secao));
        services.AddScoped<IniciarLigacao>();
        services.AddScoped<RegistrarFatos>();
        services.AddHostedService<VarrerLigacoesJob>();
        return services;
    }
}
