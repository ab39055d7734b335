namespace CrmVoip.Features.Vendas.Lista;

public static class ListaExtensions
{
    public static IServiceCollection AddLista(this IServiceCollection services) => services.AddScoped<LerLista>();
}
