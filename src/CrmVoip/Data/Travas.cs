using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Locks, held to the end of the transaction.</summary>
public static class Travas
{
    public static Task TravarPessoaAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from membros where organizacao_id = {db.Organizacao.IdExigido} and usuario_id = {usuarioId} for update",
            ct);

    public static Task TravarLigacaoAsync(this CrmDbContext db, Guid ligacaoId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from ligacoes where organizacao_id = {db.Organizacao.IdExigido} and id = {ligacaoId} for update",
            ct);

    /// <summary>
    /// Whoever pairs the provider's records with the calls of a ramal does it alone, and takes the calls themselves after this.
    /// There is no row to hold, so a name is held: empty for records without one. Of several ramais, in the order of their names.
    /// </summary>
    public static Task TravarRamalAsync(this CrmDbContext db, string ramal, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('ramal ' || {db.Organizacao.IdExigido}::text || ' ' || {ramal}, 0))", ct);

    /// <summary>
    /// Whoever learns of a call of the provider does it alone: of two that make a record of one id, one would fail, and of two that
    /// add to one record, one would not see the other's. Taken before ramais.
    /// </summary>
    public static Task TravarIdDoProvedorAsync(this CrmDbContext db, string provedorId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('registro ' || {db.Organizacao.IdExigido}::text || ' ' || {provedorId}, 0))", ct);

    public static Task TravarNotaAsync(this CrmDbContext db, Guid notaId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from notas where organizacao_id = {db.Organizacao.IdExigido} and id = {notaId} for update",
            ct);

    /// <summary>Nobody changes the membership until the transaction ends; others may hold it too.</summary>
    public static Task SegurarMembroAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from membros where organizacao_id = {db.Organizacao.IdExigido} and usuario_id = {usuarioId} for share",
            ct);

    public static Task TravarConviteAsync(this CrmDbContext db, Guid conviteId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from convites where organizacao_id = {db.Organizacao.IdExigido} and id = {conviteId} for update",
            ct);

    /// <summary>
    /// Whoever changes a membership holds the active administradores, and so sees what the change before left of them. No
    /// key lock: their calls and deals, which only refer to them, go on.
    /// </summary>
    public static async Task<List<Guid>> TravarAdministradoresAsync(this CrmDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            select 1 from membros
            where organizacao_id = {db.Organizacao.IdExigido} and papel = 'administrador' and ativo
            order by usuario_id for no key update
            """,
            ct);
        return await db.Membros.Administradores().Select(m => m.UsuarioId).ToListAsync(ct);
    }

    /// <summary>
    /// Whoever counts passwords of an account does it alone. A name is held, not the row: there is none for an e-mail without an
    /// account, which must look the same.
    /// </summary>
    public static Task TravarContaAsync(this ContasDbContext db, Guid contaId) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('conta ' || {contaId}::text, 0))");

    public static Task TravarIntegracaoAsync(this CrmDbContext db, Guid integracaoId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from integracoes where organizacao_id = {db.Organizacao.IdExigido} and id = {integracaoId} for update",
            ct);

    /// <summary>Whoever gives out places in a stage does it alone. No key lock: deals, which only refer to it, go on.</summary>
    /// <returns>False when there is no such stage any more.</returns>
    public static async Task<bool> TravarEtapaAsync(this CrmDbContext db, Guid etapaId, CancellationToken ct) =>
        (await db.Database.SqlQuery<bool>(
            $"select arquivada_em is null as \"Value\" from etapas where organizacao_id = {db.Organizacao.IdExigido} and id = {etapaId} for no key update")
            .ToListAsync(ct)) is [true];

    /// <summary>Whoever names or orders the items of a list of the organization does it alone.</summary>
    public static Task TravarListaAsync(this CrmDbContext db, string lista, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('lista ' || {db.Organizacao.IdExigido}::text || ' ' || {lista}, 0))", ct);

    /// <summary>Whoever goes on with an import does it alone.</summary>
    public static Task TravarImportacaoAsync(this CrmDbContext db, Guid importacaoId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from importacoes where organizacao_id = {db.Organizacao.IdExigido} and id = {importacaoId} for update",
            ct);

    /// <summary>In the order of their ids. Nobody calls them or makes a deal of them meanwhile.</summary>
    public static Task TravarContatosAsync(this CrmDbContext db, Guid[] ids, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from contatos where organizacao_id = {db.Organizacao.IdExigido} and id = any({ids}) order by id for update",
            ct);

    public static Task TravarOportunidadeAsync(this CrmDbContext db, Guid oportunidadeId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from oportunidades where organizacao_id = {db.Organizacao.IdExigido} and id = {oportunidadeId} for update",
            ct);

    /// <summary>In the order of their ids.</summary>
    public static Task TravarOportunidadesAsync(this CrmDbContext db, Guid[] ids, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from oportunidades where organizacao_id = {db.Organizacao.IdExigido} and id = any({ids}) order by id for update",
            ct);

    /// <summary>
    /// Whoever gives out ramais in the organization does it alone: of two that give several each, in different orders, one
    /// would fail by deadlock. There is no row to hold, so a name is held.
    /// </summary>
    public static Task TravarRamaisAsync(this CrmDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('ramais ' || {db.Organizacao.IdExigido}::text, 0))", ct);

    /// <summary>Whoever gives a papel and whoever changes what is demanded of it follow one after the other.</summary>
    public static Task TravarExigenciasAsync(this CrmDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('segundo fator ' || {db.Organizacao.IdExigido}::text, 0))", ct);
}
