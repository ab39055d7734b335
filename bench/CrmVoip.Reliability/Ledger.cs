using Npgsql;

namespace CrmVoip.Reliability;

/// <summary>A call as the product shows it.</summary>
public sealed record LedgerCall(
    Guid Id, string Organization, bool Outside, bool Replaced, string Direction, string Extension, string Number, string Status, int Talk,
    string? Recording, DateTime? EndedAt, string[] ProviderIds)
{
    public override string ToString() =>
        $"{(Outside ? "outside" : "crm")} {Id} {Organization} {Direction} {Extension} {Number} {Status} {Talk} s, ended {EndedAt:HH:mm:ss.f}, recording {Recording ?? "none"}, ids [{string.Join(' ', ProviderIds)}]";
}

/// <summary>A record that the product linked to no call, with the calls it may be.</summary>
public sealed record OpenRecord(string[] ProviderIds, Guid[] Candidates);

/// <summary>The product's tables, seen by a superuser, past all walls.</summary>
public sealed class Ledger(string database) : IAsyncDisposable
{
    // A pooled connection would be one of a server that was killed.
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create($"{database};Pooling=false");

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    public Task<DateTime> NowAsync() => ValueAsync<DateTime>("select now()");

    public async Task<bool> HearsAsync() =>
        await ValueAsync<long>("select count(*) from integracoes where gancho not in ('nao_registrado', 'recusado')") == 2;

    /// <summary>A webhook that was not registered at once is tried again in ten minutes.</summary>
    public Task HurryAsync() => ExecuteAsync("update trabalhos set vence_em = now() where tipo = 'registrar-gancho'");

    public Task DialAsync(string organization, string mode) => ExecuteAsync(
        "update integracoes set modo_de_discagem = $2 where organizacao_id = (select id from organizacoes where slug = $1)", organization, mode);

    /// <summary>What the product has still to do before its ledger can be read; empty when there is nothing.</summary>
    public async Task<string> UndoneAsync(DateTime since) => await ValueAsync<string>(
        """
        select concat_ws(', ',
            (select 'works: ' || string_agg(distinct tipo, ' ') from trabalhos where tipo in ('processar-gancho', 'casar-ligacao', 'ligacao-de-fora') having count(*) > 0),
            (select count(*) || ' connections not checked since the end' from integracoes where reconciliada_em is null or reconciliada_em < $1 having count(*) > 0),
            (select count(*) || ' calls going on' from ligacoes where status = 'em_andamento' having count(*) > 0),
            (select count(*) || ' webhooks not read' from eventos_do_provedor where processado_em is null having count(*) > 0))
        """,
        since);

    public async Task<List<LedgerCall>> CallsAsync(DateTime since)
    {
        await using var command = _source.CreateCommand(
            """
            select l.id, o.slug, l.origem <> 'crm', l.substituida_por is not null, l.direcao, l.ramal, l.contraparte, l.status,
                   l.duracao_segundos, l.gravacao_url, l.fim_em,
                   array(select i.provedor_id from ids_dos_registros i join registros_do_provedor r on r.id = i.registro_id where r.ligacao_id = l.id)
            from ligacoes l join organizacoes o on o.id = l.organizacao_id
            where l.inicio_em > $1
            """);
        command.Parameters.AddWithValue(since.AddHours(-1));
        await using var reader = await command.ExecuteReaderAsync();
        var calls = new List<LedgerCall>();
        while (await reader.ReadAsync())
        {
            calls.Add(new LedgerCall(
                reader.GetGuid(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetString(4), reader.GetString(5),
                reader.GetString(6), reader.GetString(7), reader.GetInt32(8), reader[9] as string, reader[10] as DateTime?, reader.GetFieldValue<string[]>(11)));
        }

        return calls;
    }

    public async Task<List<OpenRecord>> OpenAsync()
    {
        await using var command = _source.CreateCommand(
            """
            select array(select i.provedor_id from ids_dos_registros i where i.registro_id = r.id), r.candidatas
            from registros_do_provedor r where r.ligacao_id is null
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var records = new List<OpenRecord>();
        while (await reader.ReadAsync())
        {
            records.Add(new OpenRecord(reader.GetFieldValue<string[]>(0), reader.GetFieldValue<Guid[]>(1)));
        }

        return records;
    }

    private async Task<T> ValueAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = _source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return command;
    }
}
