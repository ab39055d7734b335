namespace CrmVoip.Features.Pessoas.Auditorias;

public static class AuditoriasExtensions
{
    public static IServiceCollection AddAuditorias(this IServiceCollection services)
    {
        services.AddScoped<LerAuditoria>();
        services.AddScoped<ExportarAuditoria>();
        return services;
    }
}
