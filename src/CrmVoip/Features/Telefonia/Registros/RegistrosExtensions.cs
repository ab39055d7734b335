using CrmVoip.Work;

namespace CrmVoip.Features.Telefonia.Registros;

public static class RegistrosExtensions
{
    public static IServiceCollection AddRegistros(this IServiceCollection services, IConfiguration configuracao)
    {
        services.Configure<OpcoesDosRegistros>(configuracao.GetSection(OpcoesDosRegistros.Secao));
        services.Configure<OpcoesDeReconciliacao>(configuracao.GetSection(OpcoesDeReconciliacao.Secao));
        services.Configure<OpcoesDasVersoes>(configuracao.GetSection(OpcoesDasVersoes.Secao));
        services.AddScoped<AcharRegistro>().AddScoped<PartirRegistro>();
        services.AddScoped<AgendarLigacaoDeFora>();
        services.AddScoped<AprenderDoProvedor>();
        services.AddScoped<CasarDeNovo>();
        services.AddScoped<CasarRegistros>();
        services.AddScoped<ContatosPorNumero>();
        services.AddScoped<EscolherRegistro>();
        services.AddScoped<LerLista>();
        services.AddSingleton<ReceberGancho>();
        services.AddScoped<PedirConferencia>();
        services.AddScoped<PreencherLigacao>();
        services.AddScoped<PreencherRegistros>();
        services.AddScoped<PreencherTitulares>();
        services.AddScoped<QuemFalouNoRamal>();
        services.AddScoped<TrazerLigacao>();
        services.AddScoped<ValoresNovos>();
        services.AddScoped<VigiarFluxo>();
        services.AddScoped<VincularRegistro>();
        services.AddScoped<ISemente, SementeDosRegistros>().AddScoped<ISemente, SementeDasLigacoesAntigas>();
        services.AddOptions<OpcoesDeRetencao>().BindConfiguration(OpcoesDeRetencao.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddTrabalho<ApagarAntigos>();
        services.AddTrabalho<ApagarLigacoes>();
        services.AddTrabalho<AvisarFluxoCalado>();
        services.AddTrabalho<CasarLigacao>();
        services.AddTrabalho<ConferirConexao>();
        services.AddTrabalho<CriarLigacaoDeFora>();
        services.AddTrabalho<PreencherDeNovo>();
        services.AddTrabalho<ProcessarGancho>();
        services.AddHostedService<BaterInstancia>();
        return services;
    }
}
