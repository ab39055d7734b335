using CrmVoip.Api4Com;
using CrmVoip.Web;
using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Conexoes;

public static class ConexoesExtensions
{
    public static IServiceCollection AddConexoes(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddProvedor(configuracao);
        services.AddScoped<SalvarConexao>();
        services.AddScoped<DesfazerConexao>();
        services.AddScoped<RegistrarGancho>();
        services.AddTrabalho<RegistrarGanchoPendente>();
        services.AddScoped<ISemente, SementeDosGanchos>();
        return services;
    }

    private static void AddProvedor(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddOptions<OpcoesDoProvedor>().BindConfiguration(OpcoesDoProvedor.Secao).ValidateDataAnnotations().ValidateOnStart();
        var opcoes = configuracao.GetSection(OpcoesDoProvedor.Secao).Get<OpcoesDoProvedor>() ?? new OpcoesDoProvedor();
        services.AddScoped<ContaDoProvedor>();
        services.AddTrabalho<AvisarTokenRecusado>();
        services.AddScoped<TestarConexaoSalva>();
        services.AddApi4Com(api4com =>
        {
            api4com.Offline = opcoes.Copia;
            api4com.AllowLocal = opcoes.PermitirProvedorLocal;
            api4com.AllowedNetworks = [.. opcoes.Redes];
            api4com.RequestTimeout = opcoes.PrazoDoProvedor;
            api4com.Clock = opcoes.Relogio;
        });
    }
}
