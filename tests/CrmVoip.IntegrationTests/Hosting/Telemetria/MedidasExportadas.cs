namespace CrmVoip.IntegrationTests.Hosting.Telemetria;

/// <summary>The names in what Prometheus reads.</summary>
public static class MedidasExportadas
{
    /// <summary>What an operator was promised to see.</summary>
    public static string[] Exigidas { get; } =
    [
        "crm_linha_pedidos_total", "crm_ligacoes_iniciadas_total", "crm_ligacoes_situacoes_total",
        "crm_ganchos_recebidos_total", "crm_ganchos_atraso_seconds_bucket",
        "crm_trabalhos_fila", "crm_trabalhos_atraso_seconds", "crm_trabalhos_corridas_total", "crm_trabalhos_duracao_seconds_bucket",
        "crm_conferencia_ligacoes_total", "crm_conferencia_listas_total", "crm_provedor_tokens_recusados_total", "crm_correio_mensagens_total",
        "db_client_operation_duration_seconds_bucket", "db_client_connection_count", "http_server_request_duration_seconds_bucket",
        "dotnet_gc_collections_total", "dotnet_process_memory_working_set_bytes",
    ];

    public static HashSet<string> Ler(string texto) =>
    [
        .. texto.Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#')).Select(l => l[..l.IndexOfAny(['{', ' '])]),
    ];
}
