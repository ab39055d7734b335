namespace CrmVoip.Features.Telefonia.Gravacoes;

public static class GravacoesExtensions
{
    public static IServiceCollection AddGravacoes(this IServiceCollection services)
    {
        services.AddSingleton<EnderecoDaGravacao>();
        services.AddScoped<BuscarGravacao>();
        services.AddScoped<AbrirGravacao>();
        services.AddScoped<RegistrarEscuta>();
        return services;
    }
}
