using CrmVoip.Features.Pessoas.Membros;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Work;

namespace CrmVoip.Features.Vendas.Oportunidades;

public static class OportunidadesExtensions
{
    public static IServiceCollection AddOportunidades(this IServiceCollection services)
    {
        services.AddScoped<PosicionarOportunidade>();
        services.AddScoped<MoverOportunidade>();
        services.AddScoped<EquipeDoQuadro>();
        services.AddScoped<TotaisDoQuadro>();
        services.AddScoped<LerQuadro>();
        services.AddScoped<ISemente, SementeDasContagens>();
        services.AddTrabalho<DobrarContagens>();
        services.AddTrabalho<RecontarFunil>();
        services.AddScoped<CriarOportunidade>();
        services.AddScoped<EditarOportunidade>();
        services.AddScoped<PedirOportunidade>();
        services.AddScoped<ResponderPedido>();
        services.AddTrabalho<AvisarResponsavel>();
        services.AddScoped<ICarteira, CarteiraDeOportunidades>();
        services.AddTrabalho<PassarCarteira>();
        return services;
    }
}
