namespace CrmVoip.Features.Vendas.Lote;

public static class LoteExtensions
{
    public static IServiceCollection AddLote(this IServiceCollection services)
    {
        services.AddScoped<SelecaoDoLote>();
        services.AddScoped<FichaDoLote>();
        services.AddScoped<MoverEmLote>();
        services.AddScoped<PassarEmLote>();
        services.AddScoped<PerderEmLote>();
        services.AddScoped<DesfazerLote>();
        return services;
    }
}
