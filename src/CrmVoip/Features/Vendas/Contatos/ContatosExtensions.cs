using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Contatos;

public static class ContatosExtensions
{
    public static IServiceCollection AddContatos(this IServiceCollection services)
    {
        services.AddScoped<ListarContatos>();
        services.AddScoped<CriarContato>();
        services.AddScoped<EditarContato>();
        services.AddScoped<MudarTelefones>();
        services.AddScoped<ISemente, SementeDosTelefones>();
        services.AddTrabalho<PreencherTelefones>();
        return services;
    }
}
