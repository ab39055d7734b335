using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Conta;

public static class ContaExtensions
{
    public static IServiceCollection AddConta(this IServiceCollection services)
    {
        services.AddOptions<OpcoesDaConta>().BindConfiguration(OpcoesDaConta.Secao);
        services.AddScoped<RegistroDeConta>();
        services.AddScoped<EntrarComSenha>();
        services.AddScoped<CriarConta>();
        services.AddScoped<AceitarConvite>();
        services.AddScoped<CriarOrganizacao>();
        services.AddScoped<TrocarSenha>();
        services.AddScoped<SairDeTudo>();
        services.AddScoped<RedefinirSenha>();
        services.AddScoped<PedirRecuperacao>();
        services.AddTrabalho<EnviarLinkDeSenha>();
        services.AddScoped<LinkDeSenha>();
        return services;
    }
}
