using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Features.Pessoas.Fatores;

public static class FatoresExtensions
{
    public static IServiceCollection AddFatores(this IServiceCollection services)
    {
        services.AddScoped<Autenticadores>();
        services.AddScoped<CodigosDeRecuperacao>();
        services.AddScoped<JulgarFator>();
        services.AddScoped<LigarSegundoFator>();
        services.AddScoped<DesligarSegundoFator>();
        services.AddScoped<ConferirParaDesligar>();
        services.AddScoped<OrganizacoesQueExigem>();
        services.AddScoped<EntrarComFator>();
        services.AddScoped<EntrarComChave>();
        services.AddScoped<ChavesDaConta>();
        services.AddScoped<ProvaDeIdentidade>();
        services.AddSingleton<PedidoSelado>();
        services.AddSingleton<EnderecoDasChaves>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<EnderecoDasChaves>((opcoes, endereco) =>
        {
            opcoes.ServerDomain = endereco.Dominio;
            opcoes.ResidentKeyRequirement = "required";
            opcoes.UserVerificationRequirement = "required";
        });
        return services;
    }
}
