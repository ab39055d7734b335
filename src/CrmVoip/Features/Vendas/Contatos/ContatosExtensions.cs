namespace CrmVoip.Features.Vendas.Contatos;

public static class ContatosExtensions
{
    public static IServiceCollection AddContatos(this IServiceCollection services)
    {
        services.AddScoped<ListarContatos>();
        services.AddScoped<CriarContato>();
        services.AddScoped<EditarContato>();
        return services;
    }
}
