using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Auditorias;

public static class AuditoriasExtensions
{
    public static IServiceCollection AddAuditorias(this IServiceCollection services)
    {
        services.AddScoped<LerAuditoria>();
        services.AddScoped<ExportarAuditoria>();
        services.AddOptions<OpcoesDaRetencao>().BindConfiguration(OpcoesDaRetencao.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ISemente, SementeDaAuditoria>();
        services.AddTrabalho<ApagarAuditoria>();
        services.AddTrabalhoDasContas<ApagarEventosDeConta>(ApagarEventosDeConta.Linha);
        return services;
    }
}
