using CrmVoip.Work;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CrmVoip.Hosting.Telemetria;

public static class TelemetriaExtensions
{
    /// <summary>Nothing is set up, and nothing listens to what is measured, without an address to tell it to.</summary>
    public static IServiceCollection AddTelemetria(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddOptions<OpcoesDaTelemetria>().BindConfiguration(OpcoesDaTelemetria.Secao).ValidateDataAnnotations().ValidateOnStart();
        var opcoes = configuracao.GetSection(OpcoesDaTelemetria.Secao).Get<OpcoesDaTelemetria>() ?? new OpcoesDaTelemetria();
        if (!opcoes.Ligada)
        {
            return services;
        }

        ConferirConexoes(configuracao);
        var telemetria = services.AddOpenTelemetry()
            .ConfigureResource(recurso => recurso.AddService("crmvoip", serviceVersion: Versao.DoProduto))
            .WithMetrics(medidas => Medir(medidas, opcoes));
        if (opcoes.EnderecoDoOtlp is not null)
        {
            telemetria.WithTracing(trechos => Seguir(trechos, opcoes));
        }

        services.AddSingleton<MedidasDaFila>();
        services.AddHostedService<PrimeirasMedidas>();
        if (opcoes.EnderecoDoPrometheus is not null)
        {
            services.AddSingleton<PortaDasMedidas>();
            services.AddHostedService(provedor => provedor.GetRequiredService<PortaDasMedidas>());
        }

        return services;
    }

    private static void Medir(MeterProviderBuilder medidas, OpcoesDaTelemetria opcoes)
    {
        medidas
            .AddMeter($"{SoOQuePodeSair.Nossas}*", SoOQuePodeSair.DoBanco, "System.Net.Http")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddView(_ => OQuePodeSair.NaMedida());
        if (opcoes.EnderecoDoPrometheus is not null)
        {
            medidas.AddPrometheusExporter();
        }

        if (opcoes.EnderecoDoOtlp is { } coletor)
        {
            medidas.AddOtlpExporter(saida => Mandar(saida, coletor, opcoes.Protocolo, "v1/metrics"));
        }
    }

    private static void Seguir(TracerProviderBuilder trechos, OpcoesDaTelemetria opcoes)
    {
        // Whoever asks from outside does not decide what is kept.
        var parte = new TraceIdRatioBasedSampler(opcoes.Amostra);
        trechos
            .SetSampler(new ParentBasedSampler(parte, remoteParentSampled: parte, remoteParentNotSampled: parte))
            .AddAspNetCoreInstrumentation(pedidos => pedidos.Filter = contexto => !contexto.Request.Path.StartsWithSegments("/health"))
            .AddHttpClientInstrumentation()
            .AddSource($"{SoOQuePodeSair.Nossas}*", SoOQuePodeSair.DoBanco)
            .AddProcessor(new SoOQuePodeSair())
            .AddOtlpExporter(saida => Mandar(saida, opcoes.EnderecoDoOtlp!, opcoes.Protocolo, "v1/traces"));
    }

    private static void Mandar(OtlpExporterOptions saida, Uri coletor, ProtocoloDoOtlp protocolo, string caminho)
    {
        saida.Protocol = protocolo == ProtocoloDoOtlp.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        saida.Endpoint = protocolo == ProtocoloDoOtlp.Grpc ? coletor : new Uri(new Uri(coletor.AbsoluteUri.TrimEnd('/') + "/"), caminho);
    }

    // Npgsql names a pool by its connection string, which then keeps its password.
    private static void ConferirConexoes(IConfiguration configuracao)
    {
        foreach (var nome in new[] { "Crm", "Contas", "Fila" })
        {
            if (AcessoAoBanco.MostraASenha(configuracao.GetConnectionString(nome)))
            {
                throw new PartidaRecusadaException($"ConnectionStrings:{nome}: Persist Security Info would show the password in the metrics.");
            }
        }
    }
}
