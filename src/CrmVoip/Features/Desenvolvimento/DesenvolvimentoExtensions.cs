namespace CrmVoip.Features.Desenvolvimento;

public static class DesenvolvimentoExtensions
{
    public static IServiceCollection AddDesenvolvimento(this IServiceCollection services)
    {
        services.AddOptions<OpcoesDoDesenvolvimento>().BindConfiguration(OpcoesDoDesenvolvimento.Secao);
        return services;
    }
}
