using CrmVoip.Api4Com;
using CrmVoip.Features.Conexoes;
using CrmVoip.Features.Desenvolvimento;
using CrmVoip.Features.Ligacoes;
using CrmVoip.Features.Oportunidades;
using CrmVoip.Features.Pessoas.Auditorias;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Features.Pessoas.Membros;
using CrmVoip.Features.Ramais;
using CrmVoip.Features.Shared;
using CrmVoip.Features.Telefonia;
using CrmVoip.Features.Telefonia.Gravacoes;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Web;
using CrmVoip.Work;

namespace CrmVoip.Features;

public static class FeaturesExtensions
{
    public static IServiceCollection AddFeatures(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddConta();
        services.AddCorreioDasPessoas();
        services.AddFatores();
        services.AddProvedor(configuracao);
        services.AddConexoes();
        services.AddRamais();
        services.AddTelefonia();
        services.AddGravacoes();
        services.AddLigacoes(configuracao);
        services.AddRegistros(configuracao);
        services.AddOportunidades();
        services.AddBusca();
        services.AddMembros();
        services.AddAuditorias();
        services.AddDesenvolvimento();
        return services;
    }

    private static void AddProvedor(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddOptions<OpcoesDoProvedor>().BindConfiguration(OpcoesDoProvedor.Secao).ValidateDataAnnotations().ValidateOnStart();
        var opcoes = configuracao.GetSection(OpcoesDoProvedor.Secao).Get<OpcoesDoProvedor>() ?? new OpcoesDoProvedor();
        services.AddScoped<ContaDoProvedor>();
        services.AddScoped<SenhaDoRamal>();
        services.AddScoped<AvisosAosAdministradores>();
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
