using Npgsql;

namespace CrmVoip.LoadBench;

/// <summary>A deal somebody works with.</summary>
public sealed record Deal(Guid Id, Guid Stage, Guid Call, string Title, string? NextStep, string Contact, string Phone, Guid ContactId);

/// <summary>One of the large organizations: who signs in, and what is asked about.</summary>
public sealed record Scene(int Number, int Size, Guid Organization, Guid Person, Guid Colleague, int Cards)
{
    public string Slug => $"carga-{Number}";

    public string Email => $"pessoa1@{Slug}.example";

    public required IReadOnlyList<Guid> Stages { get; init; }

    /// <summary>Open ones all over the board, whose calls are of the person who signs in.</summary>
    public required IReadOnlyList<Deal> Deals { get; init; }

    public static async Task<Scene> ReadAsync(string database, int number, int size, int deals)
    {
        var organization = $"(select id from organizacoes where slug = 'carga-{number}')";
        var people = await Databases.ReadAsync(
            database, $"select organizacao_id, usuario_id from membros where organizacao_id = {organization} order by usuario_id", r => (Organization: r.GetGuid(0), Id: r.GetGuid(1)));
        var stages = await Databases.ReadAsync(
            database,
            $"""
            select e.id, (select count(*) from oportunidades o where o.organizacao_id = e.organizacao_id and o.etapa_id = e.id and o.situacao = 'aberta')
            from etapas e where e.organizacao_id = {organization} order by e.ordem
            """,
            r => (Id: r.GetGuid(0), Open: r.GetInt64(1)));
        return new Scene(number, size, people[0].Organization, people[0].Id, people[1].Id, stages.Sum(s => (int)Math.Min(50, s.Open)))
        {
            Stages = stages.ConvertAll(s => s.Id),
            Deals = await DealsAsync(database, organization, people[0].Id, deals),
        };
    }

    private static Task<List<Deal>> DealsAsync(string database, string organization, Guid person, int deals) => Databases.ReadAsync(
        database,
        $"""
        select o.id, o.etapa_id, l.id, o.titulo, o.proximo_passo, c.nome, c.telefone, c.id
        from oportunidades o
        join contatos c on c.organizacao_id = o.organizacao_id and c.id = o.contato_id
        join ligacoes l on l.organizacao_id = o.organizacao_id and l.oportunidade_id = o.id
        where o.organizacao_id = {organization} and o.responsavel_id = '{person}' and o.situacao = 'aberta'
        order by md5(o.id::text) limit {deals}
        """,
        Deal);

    private static Deal Deal(NpgsqlDataReader r) =>
        new(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4), r.GetString(5), r.GetString(6), r.GetGuid(7));
}
