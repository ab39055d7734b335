namespace CrmVoip.Features.Vendas.Exportacao;

public static class ExportacaoExtensions
{
    public static IServiceCollection AddExportacao(this IServiceCollection services)
    {
        services.AddScoped<ContatosEmPlanilha>();
        services.AddScoped<OportunidadesEmPlanilha>();
        return services;
    }
}
