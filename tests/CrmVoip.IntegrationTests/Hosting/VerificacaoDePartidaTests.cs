using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>The product does not start with a wall missing, and says which.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class VerificacaoDePartidaTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Superuser_is_refused() =>
        Assert.Contains("superuser", (await RecusaAsync(("ConnectionStrings:Crm", app.Banco.Superusuario))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Owner_of_the_tables_is_refused() =>
        Assert.Contains("owner of tables", (await RecusaAsync(("ConnectionStrings:Crm", app.Banco.Dono))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Large_objects_are_refused_unless_the_operator_has_nobody_to_take_them_away()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        (string, string)[] conexoes = [("ConnectionStrings:Dono", banco.Dono), ("ConnectionStrings:Crm", banco.Crm), ("ConnectionStrings:Contas", banco.Contas), ("ConnectionStrings:Fila", banco.Fila)];
        await Preparacao.ExecutarAsync(app.Configuracao(conexoes), CancellationToken.None);
        await VerificarAsync(conexoes);

        await using var superusuario = NpgsqlDataSource.Create(banco.Superusuario);
        await using var soltar = superusuario.CreateCommand("grant execute on function lo_from_bytea(oid, bytea) to public");
        await soltar.ExecuteNonQueryAsync();
        Assert.Contains("run eng/walls.sql", (await RecusaAsync(conexoes)).Message, StringComparison.Ordinal);
        await VerificarAsync([.. conexoes, ("Crm:PermitirObjetosGrandes", "true")]);
    }

    [Theory]
    [InlineData(";No Reset On Close=true")]
    [InlineData(";Multiplexing=true")]
    public async Task Pooling_that_leaks_is_refused(string opcao) =>
        Assert.Contains("leak", (await RecusaAsync(("ConnectionStrings:Crm", app.Banco.Crm + opcao))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Table_without_a_policy_is_named()
    {
        await using var dono = NpgsqlDataSource.Create(app.Banco.Dono);
        await using var criar = dono.CreateCommand("create table sem_muro (organizacao_id uuid not null)");
        await using var apagar = dono.CreateCommand("drop table sem_muro");
        await criar.ExecuteNonQueryAsync();
        try
        {
            Assert.Contains("sem_muro", (await RecusaAsync()).Message, StringComparison.Ordinal);
        }
        finally
        {
            await apagar.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task Certificate_that_did_not_seal_this_database_is_refused()
    {
        var outro = Path.Combine(Path.GetTempPath(), $"outro-{Guid.NewGuid():N}.pfx");
        CertificadoDoCofre.Criar(outro, "y");
        try
        {
            var recusa = await RecusaAsync(("Crm:Cofre:Certificado", outro), ("Crm:Cofre:Senha", "y"));
            Assert.Contains("not the one that sealed this database", recusa.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(outro);
        }
    }

    [Fact]
    public async Task Missing_certificate_is_refused() =>
        Assert.Contains("Crm:Cofre:Certificado", (await RecusaAsync(("Crm:Cofre:Certificado", "/nowhere.pfx"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Mail_server_without_a_public_address_is_refused()
    {
        var recusa = await RecusaAsync(("Crm:Correio:Servidor", "smtp.empresa.example"), ("Crm:Correio:Remetente", "crm@empresa.example"), ("Crm:UrlPublica", ""));
        Assert.Contains("Crm:UrlPublica is not set", recusa.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_is_changed_while_the_earlier_one_still_opens_what_it_sealed()
    {
        var novo = Path.Combine(Path.GetTempPath(), $"novo-{Guid.NewGuid():N}.pfx");
        CertificadoDoCofre.Criar(novo, "y");
        try
        {
            var (atual, senha) = (app.Configuracao()["Crm:Cofre:Certificado"], app.Configuracao()["Crm:Cofre:Senha"]);
            await VerificarAsync([("Crm:Cofre:Certificado", novo), ("Crm:Cofre:Senha", "y"), ("Crm:Cofre:Anteriores:0", $"{atual}|{senha}")]);
        }
        finally
        {
            File.Delete(novo);
        }
    }

    private Task<PartidaRecusadaException> RecusaAsync(params (string Chave, string Valor)[] configuracao) =>
        Assert.ThrowsAsync<PartidaRecusadaException>(() => VerificarAsync(configuracao));

    private async Task VerificarAsync((string Chave, string Valor)[] outras)
    {
        var configuracao = app.Configuracao(outras);
        await using var services = Preparacao.ServicosMinimos(configuracao);
        await new VerificacaoDePartida(services, configuracao).ExecutarAsync(CancellationToken.None);
    }
}
