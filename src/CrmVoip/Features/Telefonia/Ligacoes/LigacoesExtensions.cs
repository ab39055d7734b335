using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Ligacoes;

public static class LigacoesExtensions
{
    public static IServiceCollection AddLigacoes(this IServiceCollection services, IConfiguration configuracao)
    {
        services.Configure<OpcoesDeLigacao>(configuracao.GetSection(OpcoesDeLigacao.Secao));
        services.AddScoped<IniciarLigacao>();
        services.AddScoped<DiscarLigacao>();
        services.AddScoped<DesligarDiscagem>();
        services.AddScoped<CorrigirLigacao>();
        services.AddScoped<AplicarResultado>();
        services.AddScoped<IncluirLigacaoAMao>();
        services.AddScoped<CriarProximaTarefa>();
        services.AddScoped<LigacoesEmPlanilha>();
        services.AddScoped<RegistrarFatos>();
        services.AddScoped<ProjetarLigacao>();
        services.AddScoped<VigiarLigacao>();
        services.AddScoped<ISemente, SementeDaVarredura>();
        services.AddTrabalho<VarrerLigacao>();
        return services;
    }
}
