using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Work;

namespace CrmVoip.Features.Pessoas.Conta;

public static class ContaExtensions
{
    public static IServiceCollection AddConta(this IServiceCollection services)
    {
        services.AddOptions<OpcoesDaConta>().BindConfiguration(OpcoesDaConta.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ContextoDaSenha>();
        services.AddSingleton<SenhasVazadas>();
        services.AddScoped<PedirConta>();
        services.AddTrabalho<EnviarLinkDeCadastro>();
        services.AddScoped<EnviarProvaDoConvite>();
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
        services.AddScoped<ContarSenhas>();
        services.AddScoped<EncerrarSessao>();
        return services.AddSessoes();
    }

    private static IServiceCollection AddSessoes(this IServiceCollection services)
    {
        services.AddScoped<AparelhoConhecido>();
        services.AddSingleton<SessoesVivas>();
        services.AddScoped<EncerrarSessoes>();
        services.AddScoped<AbrirSessao>();
        services.AddScoped<ConferirSessao>();
        services.AddTrabalhoDasContas<ApagarEntradas>(Guid.Empty);
        return services;
    }
}
