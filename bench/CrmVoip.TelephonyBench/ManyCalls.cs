using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Npgsql;

namespace CrmVoip.TelephonyBench;

/// <summary>A call with all that belongs to it, made by the product, and copied: over 90 days, on 100 ramais, to 5,000 numbers.</summary>
public sealed class ManyCalls(AplicacaoFixture app, CenaDeLigacao scene)
{
    public const int Extensions = 100;
    private const string Number = "96' || lpad((n % 5000)::text, 7, '0')";
    private const string Start = "now() - interval '1 hour' - n * interval '90 days' / ";

    public async Task MakeAsync(int calls)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddHours(-3).ToUnixTimeSeconds());
        await scene.LigouAsync(start);
        await new AvisoDaOperadora(start) { Atendida = 4, Fim = 37 }.EnviarAsync(scene);
        await scene.Organizacao.TrabalharAsync();
        var at = $"{Start}{calls}";
        await CopyAsync("ligacoes", calls, $"'id', {Id('l')}, 'numero_origem', {Extension}, 'numero_destino', '+5511{Number}, 'inicio_em', {at}, 'criado_em', {at}, 'fim_em', {at} + interval '37 seconds', 'ultimo_sinal_em', {at}, 'conferir_em', null");
        await CopyAsync("ligacao_eventos", calls, $"'id', md5(n || m.tipo)::uuid, 'ligacao_id', {Id('l')}, 'ocorrido_em', {at}, 'recebido_em', {at}");
        await CopyAsync("registros_do_provedor", calls, $"'id', {Id('r')}, 'ligacao_id', {Id('l')}, 'ramal', {Extension}, 'contraparte', '011{Number}, 'inicio_em', {at}, 'comeco_em', {at}, 'fim_em', {at} + interval '37 seconds', 'recebido_em', {at}, 'fim_recebido_em', {at}, 'motivo', case when n % 3 = 0 then 'ordem' else 'proximidade' end");
        await CopyAsync("ids_dos_registros", calls, $"'id', {Id('i')}, 'registro_id', {Id('r')}, 'provedor_id', {Id('p')}");
        await CopyAsync("leituras_do_provedor", calls, $"'id', {Id('w')}, 'registro_id', {Id('r')}, 'resumo', md5('w' || n), 'recebida_em', {at}, 'vista_em', {at}");
        await CopyAsync("leituras_do_provedor", calls, $"'id', {Id('s')}, 'registro_id', {Id('r')}, 'resumo', md5('s' || n), 'fonte', 'lista', 'recebida_em', {at}, 'vista_em', {at}");
        await CopyAsync("eventos_do_provedor", calls, $"'id', {Id('e')}, 'chave', 'e' || n, 'recebido_em', {at}, 'processado_em', {at}");
        await ExecuteAsync("vacuum analyze");
    }

    private static string Extension => $"(1000 + n % {Extensions})::text";

    private static string Id(char kind) => $"md5('{kind}' || n)::uuid";

    /// <summary>Every row that the first call has in this table, with other values; keys to other tables are right by construction.</summary>
    private async Task CopyAsync(string table, int calls, string values)
    {
        var columns = (await app.Banco.LerAsync(
            $"select column_name::text from information_schema.columns where table_schema = 'public' and table_name = '{table}' and is_generated = 'NEVER'"))
            .ConvertAll(c => (string)c[0]);
        await ExecuteAsync(
            $"""
            set session_replication_role = replica;
            create temporary table modelos as select * from {table} where organizacao_id = '{scene.Organizacao.Id}' {(table == "leituras_do_provedor" ? "order by id limit 1" : "")};
            insert into {table} ({string.Join(", ", columns)})
            select {string.Join(", ", columns.Select(c => $"(r).{c}"))}
            from (select jsonb_populate_record(null::{table}, to_jsonb(m) || jsonb_build_object({values})) as r from modelos m, generate_series(1, {calls}) n offset 0) copias;
            drop table modelos;
            reset session_replication_role
            """);
    }

    // Takes as long as it takes.
    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{app.Banco.Superusuario};Command Timeout=0");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
