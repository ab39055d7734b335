using CrmVoip.UnitTests.Delivery;
using Npgsql;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>
/// One database for a run, in the server that CRM_TEST_POSTGRES names (a superuser's connection string), with the four
/// roles of production. Dropped at the end.
/// </summary>
public sealed class BancoDeTestes : IAsyncDisposable
{
    public const string Senha = "senha-de-teste";
    private readonly string _superusuario;
    private readonly string _nome = $"crm_teste_{Guid.NewGuid():N}";

    private BancoDeTestes(string superusuario) => _superusuario = superusuario;

    public string Nome => _nome;

    public string Dono => Conexao("crm_owner");

    public string Crm => Conexao("crm_app");

    public string Contas => Conexao("crm_auth");

    public string Fila => Conexao("crm_fila");

    /// <summary>The superuser inside this database: to look at what the application may not.</summary>
    public string Superusuario => new NpgsqlConnectionStringBuilder(_superusuario) { Database = _nome }.ConnectionString;

    public static async Task<BancoDeTestes> CriarAsync()
    {
        var superusuario = Environment.GetEnvironmentVariable("CRM_TEST_POSTGRES")
            ?? throw new InvalidOperationException("CRM_TEST_POSTGRES is not set: run the tests with ./test.");
        var banco = new BancoDeTestes(superusuario);
        await using var fonte = NpgsqlDataSource.Create(superusuario);
        await CriarPapeisAsync(fonte);
        await ExecutarAsync(fonte, $"create database {banco._nome} owner crm_owner");
        await using var dentro = NpgsqlDataSource.Create(banco.Superusuario);
        await ExecutarAsync(dentro, Repository.Read("eng/walls.sql"));
        return banco;
    }

    public async ValueTask DisposeAsync() => await ApagarAsync();

    public async Task ApagarAsync()
    {
        await using var fonte = NpgsqlDataSource.Create(_superusuario);
        await ExecutarAsync(fonte, $"drop database if exists {_nome} with (force)");
    }

    // Roles belong to the whole server: test projects that run at once must not trip over each other.
    private static async Task CriarPapeisAsync(NpgsqlDataSource fonte)
    {
        await using var conexao = await fonte.OpenConnectionAsync();
        await using var transacao = await conexao.BeginTransactionAsync();
        await using var lote = new NpgsqlBatch(conexao, transacao);
        lote.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock(20260101)"));
        foreach (var papel in new[] { "crm_owner", "crm_app", "crm_auth", "crm_fila" })
        {
            lote.BatchCommands.Add(new NpgsqlBatchCommand(
                $"""
                do $$ begin
                    if not exists (select from pg_roles where rolname = '{papel}') then create role {papel}; end if;
                end $$
                """));
            lote.BatchCommands.Add(new NpgsqlBatchCommand(
                $"alter role {papel} login nosuperuser nobypassrls nocreatedb nocreaterole password '{Senha}'"));
        }

        await lote.ExecuteNonQueryAsync();
        await transacao.CommitAsync();
    }

    private static async Task ExecutarAsync(NpgsqlDataSource fonte, string sql)
    {
        await using var comando = fonte.CreateCommand(sql);
        await comando.ExecuteNonQueryAsync();
    }

    private string Conexao(string papel) => new NpgsqlConnectionStringBuilder(_superusuario)
    {
        Database = _nome,
        Username = papel,
        Password = Senha,
        MaxPoolSize = 40,
    }.ConnectionString;
}
