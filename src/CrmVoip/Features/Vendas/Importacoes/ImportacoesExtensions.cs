using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Importacoes;

public static class ImportacoesExtensions
{
    public static IServiceCollection AddImportacoes(this IServiceCollection services)
    {
        services.AddScoped<ReceberPlanilha>();
        services.AddScoped<MudarImportacao>();
        services.AddScoped<ImportarParte>();
        services.AddScoped<CompletarContato>();
        services.AddScoped<RecusadasEmPlanilha>();
        services.AddScoped<ISemente, SementeDasImportacoes>();
        services.AddTrabalho<AnalisarImportacao>();
        services.AddTrabalho<ImportarLinhas>();
        services.AddTrabalho<DesfazerImportacao>();
        services.AddTrabalho<ApagarLinhas>();
        return services;
    }
}
