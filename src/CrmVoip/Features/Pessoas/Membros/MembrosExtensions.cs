using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Membros;

public static class MembrosExtensions
{
    public static IServiceCollection AddMembros(this IServiceCollection services)
    {
        services.AddScoped<MudarMembro>();
        services.AddScoped<DesativarMembro>();
        services.AddScoped<PodeConvidar>();
        services.AddScoped<ExigirSegundoFator>();
        services.AddScoped<CriarConvite>();
        services.AddScoped<RenovarConvite>();
        services.AddScoped<RevogarConvite>();
        services.AddScoped<EntregarConvite>();
        services.AddScoped<ISemente, SementeDosMembros>();
        services.AddTrabalho<PreencherSaidas>();
        return services;
    }
}
