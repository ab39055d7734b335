using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CrmVoip.Work;

public static class WorkExtensions
{
    /// <summary>The connection is that of crm_fila; it is asked for when the first work is looked for, not before.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, Func<string> conexao)
    {
        services.AddOptions<OpcoesDosTrabalhos>().BindConfiguration(OpcoesDosTrabalhos.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OpcoesDoRelogio>().BindConfiguration(OpcoesDoRelogio.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RelogioConferido>();
        services.AddSingleton<Campainha>();
        services.AddScoped<Agenda>();
        services.AddScoped<AgendaDaConta>();
        services.AddSingleton<TiposDeTrabalho>();
        services.AddSingleton<ExecutarTrabalho>();
        services.AddSingleton<Semeador>();
        services.AddSingleton<Expediente>();
        services.AddSingleton<Encarregado>();
        services.AddHostedService(provedor => provedor.GetRequiredService<Encarregado>());
        services.AddSingleton<SemearContas>();
        services.AddHostedService(provedor => provedor.GetRequiredService<SemearContas>());
        services.AddSingleton(provedor =>
        {
            var opcoes = provedor.GetRequiredService<IOptions<OpcoesDosTrabalhos>>().Value;
            return new FilaDeTrabalhos(NpgsqlDataSource.Create(conexao()), opcoes.PorOrganizacao, opcoes.Arrendamento);
        });
        return services;
    }

    public static IServiceCollection AddTrabalho<T>(this IServiceCollection services)
        where T : class, ITrabalho
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(TipoDeTrabalho.De<T>());
    }

    /// <summary>Work of accounts that comes again by itself: one line for all of them.</summary>
    public static IServiceCollection AddTrabalhoDasContas<T>(this IServiceCollection services, Guid linha)
        where T : class, ITrabalho =>
        services.AddTrabalho<T>().AddSingleton(SementeDeConta.De<T>(linha));
}
