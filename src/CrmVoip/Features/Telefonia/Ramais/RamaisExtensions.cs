using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Ramais;

public static class RamaisExtensions
{
    public static IServiceCollection AddRamais(this IServiceCollection services)
    {
        services.AddScoped<RamaisDaApi4Com>();
        services.AddScoped<ListarRamaisDaApi4Com>();
        services.AddScoped<SugerirRamal>();
        services.AddScoped<SugerirPeloNumero>();
        services.AddScoped<SelarSenha>();
        services.AddScoped<SenhaDoRamal>();
        services.AddScoped<SalvarRamal>();
        services.AddScoped<ProvarRamal>();
        services.AddScoped<ConfirmarRamal>();
        services.AddScoped<ISemente, SementeDosRamais>();
        services.AddTrabalho<ConferirRamais>();
        services.AddTrabalho<PreencherUsos>();
        services.AddScoped<PrepararAtribuicao>();
        services.AddScoped<AtribuirRamal>();
        services.AddScoped<ImportarRamais>();
        return services;
    }
}
