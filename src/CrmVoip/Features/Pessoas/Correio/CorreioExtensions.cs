using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Correio;

public static class CorreioExtensions
{
    public static IServiceCollection AddCorreio(this IServiceCollection services)
    {
        services.AddSingleton<ProvaDeEndereco>();
        services.AddScoped<EnderecoConfirmado>();
        services.AddScoped<CotaDeCorreio>();
        services.AddScoped<AvisosAosAdministradores>();
        services.AddScoped<PedirConfirmacao>();
        services.AddTrabalho<EnviarConfirmacao>();
        services.AddTrabalho<AvisarDono>();
        services.AddTrabalho<AvisarMembro>();
        return services;
    }
}
