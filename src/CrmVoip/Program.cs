using CrmVoip.Features;
using CrmVoip.Hosting;
using CrmVoip.Hosting.Demonstracao;
using CrmVoip.Hosting.Telemetria;
using CrmVoip.Mail;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using Microsoft.Extensions.Options;

try
{
    if (await Comandos.ExecutarAsync(args, () => Construir(args), CancellationToken.None) is { } codigo)
    {
        return codigo;
    }

    await using var app = Construir(args);
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await app.Services.GetRequiredService<VerificacaoDePartida>().ExecutarAsync(CancellationToken.None);
    app.UsarAplicacao();
    await app.RunAsync();
    return 0;
}
catch (Exception erro) when (RecusasDePartida.Frase(erro) is { } frase)
{
    await Console.Error.WriteLineAsync($"CrmVoip does not start: {frase}");
    return RecusasDePartida.Configuracao;
}

static WebApplication Construir(string[] args)
{
    var builder = WebApplication.CreateBuilder(Pastas.Opcoes(args));
    var opcoes = builder.Configuration.OpcoesDoCrm();
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = EntradaIlegivel.CorpoMaximo;
    });
    builder.UsarRegistro();
    builder.Services.AddTelemetria(builder.Configuration);
    builder.Services.AddOptions<OpcoesDoCrm>().BindConfiguration(OpcoesDoCrm.Secao).ValidateDataAnnotations().ValidateOnStart();
    builder.Services.ConfiarNosProxies(opcoes.ProxiesConhecidos);
    builder.Services.AddDados(builder.Configuration);
    builder.Services.AddCofre(opcoes.Cofre);
    builder.Services.AddContas(opcoes.Demonstracao);
    builder.Calar();
    builder.Services.AddWeb(opcoes.Demonstracao);
    builder.Services.AddMail();
    builder.Services.AddFeatures(builder.Configuration);
    builder.Services.AddDemonstracao();
    builder.Services.AddSingleton<Prontidao>().AddHealthChecks().AddCheck<Prontidao>("prontidao");
    builder.Services.AddHostedService<EsperaAoParar>();
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = opcoes.AntesDeParar + EsperaAoParar.ParaTerminar);
    builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
    return builder.Build();
}
