using CrmVoip.Data;

namespace CrmVoip.Novidades;

public static class NovidadesExtensions
{
    /// <param name="services">The application's.</param>
    /// <param name="daAplicacao">The connection that tells.</param>
    /// <param name="direta">The connection that hears.</param>
    public static IServiceCollection AddNovidades(this IServiceCollection services, Func<string> daAplicacao, Func<string> direta)
    {
        services.AddHttpContextAccessor();
        services.AddOptions<OpcoesDasNovidades>().BindConfiguration(OpcoesDasNovidades.Secao);
        services.AddSingleton<Assinaturas>();
        services.AddSingleton<Anuncios>();
        services.AddSingleton<NovidadesInterceptor>();
        services.AddSingleton(_ => new CanalDasInstancias(daAplicacao(), direta()));
        services.AddHostedService<AnunciarNovidades>();
        services.AddHostedService<OuvirNovidades>();
        return services;
    }
}
