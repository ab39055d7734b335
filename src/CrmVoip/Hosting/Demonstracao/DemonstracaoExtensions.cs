using CrmVoip.Features.Pessoas.Conta;
using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting.Demonstracao;

public static class DemonstracaoExtensions
{
    public static IServiceCollection AddDemonstracao(this IServiceCollection services)
    {
        services.AddOptions<OpcoesDaDemonstracao>().BindConfiguration(OpcoesDaDemonstracao.Secao);
        services.AddScoped<DadosDeDemonstracao>();
        services.AddScoped<ContasDeDemonstracao>();
        services.AddSingleton(sp => sp.GetRequiredService<IOptions<OpcoesDoCrm>>().Value.Demonstracao ? Elenco.Contas() : ContasDaDemonstracao.Nenhuma);
        return services;
    }
}

/// <summary>Section "Crm:DemonstracaoDados": where the simulated provider answers.</summary>
public sealed class OpcoesDaDemonstracao
{
    public const string Secao = "Crm:DemonstracaoDados";

    public string SimuladorUrl { get; init; } = "http://127.0.0.1:5090";

    public string SimuladorWss => SimuladorUrl.Replace("http", "ws", StringComparison.Ordinal) + "/sip";
}
