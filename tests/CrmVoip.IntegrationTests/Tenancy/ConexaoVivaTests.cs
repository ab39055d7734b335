using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Tenancy;
using Npgsql;

namespace CrmVoip.IntegrationTests.Tenancy;

/// <summary>A whole pool died at once, and many ask for a connection at the same moment.</summary>
public sealed class ConexaoVivaTests
{
    private const int NoPool = 48;
    private const int Juntos = 12;

    [Fact]
    public async Task Everybody_gets_a_living_connection_while_others_are_still_clearing_the_pool()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        var pool = new NpgsqlConnectionStringBuilder(banco.Crm) { MaxPoolSize = NoPool }.ConnectionString;
        for (var vez = 0; vez < 12; vez++)
        {
            await MatarOPoolAsync(banco, pool);
            Assert.Equal(Enumerable.Repeat(1, Juntos), await Task.WhenAll(Enumerable.Range(0, Juntos).Select(_ => PerguntarAsync(pool))));
        }
    }

    private static async Task MatarOPoolAsync(BancoDeTestes banco, string pool)
    {
        var abertas = await Task.WhenAll(Enumerable.Range(0, NoPool).Select(async _ =>
        {
            var conexao = new NpgsqlConnection(pool);
            await conexao.OpenAsync();
            return conexao;
        }));
        var processos = abertas.Select(c => c.ProcessID).ToArray();
        foreach (var conexao in abertas)
        {
            await conexao.DisposeAsync();
        }

        await using var fonte = NpgsqlDataSource.Create(banco.Superusuario);
        await using var comando = fonte.CreateCommand("select count(pg_terminate_backend(pid)) from unnest($1) pid");
        comando.Parameters.Add(new NpgsqlParameter { Value = processos });
        Assert.Equal((long)NoPool, await comando.ExecuteScalarAsync());
    }

    private static async Task<int> PerguntarAsync(string pool)
    {
        await using var conexao = new NpgsqlConnection(pool);
        await conexao.OpenAsync();
        return await ConexaoViva.TentarAsync(
            conexao,
            async () =>
            {
                await using var comando = new NpgsqlCommand("select 1", conexao);
                return (int)(await comando.ExecuteScalarAsync())!;
            },
            CancellationToken.None);
    }
}
