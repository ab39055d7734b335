using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>
/// The executable itself, started wrong in every way we know: it ends at once with 78 (EX_CONFIG), and one sentence tells
/// the operator what to mend. On a database of its own, which these tests take apart.
/// </summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class PartidaTests(AplicacaoFixture app) : IAsyncLifetime
{
    private const int MaConfiguracao = 78;
    private const int MauUso = 64;
    private readonly string _certificado = Path.Combine(Path.GetTempPath(), $"crm-partida-{Guid.NewGuid():N}.pfx");
    private BancoDeTestes _banco = null!;

    public async Task InitializeAsync()
    {
        _banco = await BancoDeTestes.CriarAsync();
        CertificadoDoCofre.Criar(_certificado, "x");
    }

    public async Task DisposeAsync()
    {
        File.Delete(_certificado);
        await _banco.DisposeAsync();
    }

    [Fact]
    public async Task Database_that_was_never_prepared() => await RecusadaAsync("is not prepared for this version: run `CrmVoip preparar`");

    [Fact]
    public async Task Database_of_an_earlier_version()
    {
        await PrepararAsync();
        await _banco.ExecutarAsync("delete from migracoes_crm where migration_id = (select max(migration_id) from migracoes_crm)");
        await RecusadaAsync("is not prepared for this version: run `CrmVoip preparar`");
    }

    [Fact]
    public async Task Accounts_of_an_earlier_version()
    {
        await PrepararAsync();
        await _banco.ExecutarAsync("delete from migracoes_contas where migration_id = (select max(migration_id) from migracoes_contas)");
        await RecusadaAsync("is not prepared for this version: run `CrmVoip preparar`");
    }

    [Fact]
    public async Task Lost_keys_are_not_replaced_by_new_ones()
    {
        await PrepararAsync();
        await _banco.ExecutarAsync("delete from data_protection_keys");

        await RecusadaAsync("is not in data_protection_keys: stored secrets would not open. Restore the table from a backup.");

        Assert.Equal(0L, (await _banco.LerAsync("select count(*) from data_protection_keys"))[0][0]);
    }

    [Fact]
    public async Task Certificate_of_another_installation_leaves_no_key_of_its_own_behind()
    {
        await PrepararAsync();
        var outro = _certificado + ".outro";
        CertificadoDoCofre.Criar(outro, "y");
        try
        {
            await RecusadaAsync("certificate is not the one that sealed this database", ("Crm:Cofre:Certificado", outro), ("Crm:Cofre:Senha", "y"));
        }
        finally
        {
            File.Delete(outro);
        }

        Assert.Equal(1L, (await _banco.LerAsync("select count(*) from data_protection_keys"))[0][0]);
    }

    [Fact]
    public async Task Lost_certificate() =>
        await RecusadaAsync("Crm:Cofre:Certificado (/nowhere.pfx) is not there", ("Crm:Cofre:Certificado", "/nowhere.pfx"));

    [Fact]
    public async Task Wrong_password_of_the_certificate() => await RecusadaAsync("could not be opened", ("Crm:Cofre:Senha", "errada"));

    [Fact]
    public async Task File_that_is_no_certificate()
    {
        await File.WriteAllTextAsync(_certificado, "isto não é um certificado");
        await RecusadaAsync("could not be opened");
    }

    [Fact]
    public async Task No_certificate_at_all() => await RecusadaAsync("Crm:Cofre:Certificado is not set", ("Crm:Cofre:Certificado", ""));

    [Theory]
    [InlineData("Crm")]
    [InlineData("Contas")]
    [InlineData("Fila")]
    public async Task Superuser(string nome) =>
        await RecusadaAsync($"The role of ConnectionStrings:{nome} is too powerful (superuser", ($"ConnectionStrings:{nome}", _banco.Superusuario));

    [Fact]
    public async Task Owner_of_the_tables()
    {
        await PrepararAsync();
        await RecusadaAsync("is too powerful (owner of tables)", ("ConnectionStrings:Crm", _banco.Dono));
    }

    [Fact]
    public async Task Role_that_walks_past_the_walls()
    {
        await _banco.ExecutarAsync("create role crm_atalho login nosuperuser bypassrls password 'x'");
        try
        {
            var atalho = new NpgsqlConnectionStringBuilder(_banco.Crm) { Username = "crm_atalho", Password = "x" };
            await RecusadaAsync("is too powerful (bypassrls)", ("ConnectionStrings:Crm", atalho.ConnectionString));
        }
        finally
        {
            await _banco.ExecutarAsync("drop role crm_atalho");
        }
    }

    [Fact]
    public async Task Database_out_of_reach() => await RecusadaAsync(
        "cannot be reached", ("ConnectionStrings:Crm", new NpgsqlConnectionStringBuilder(_banco.Crm) { Port = 1, Timeout = 2 }.ConnectionString));

    [Fact]
    public async Task Wrong_password_of_the_database() => await RecusadaAsync(
        "password authentication failed", ("ConnectionStrings:Crm", new NpgsqlConnectionStringBuilder(_banco.Crm) { Password = "segredo-errado" }.ConnectionString));

    [Fact]
    public async Task Connection_that_is_not_set_or_is_none()
    {
        await RecusadaAsync("ConnectionStrings:Crm is not set", ("ConnectionStrings:Crm", ""));
        await RecusadaAsync("ConnectionStrings:Fila is not set", ("ConnectionStrings:Fila", ""));
        await RecusadaAsync("ConnectionStrings:Contas is no connection string", ("ConnectionStrings:Contas", "isto não é uma conexão"));
    }

    [Fact]
    public async Task Setting_that_makes_no_sense()
    {
        await PrepararAsync();
        await RecusadaAsync("UrlPublica", ("Crm:UrlPublica", "isto não é um endereço"));
    }

    [Fact]
    public async Task Preparing_without_the_owner_s_connection_says_so_too()
    {
        await RecusadaAsync("ConnectionStrings:Dono is not set", ["preparar"], ("ConnectionStrings:Dono", ""));
        await RecusadaAsync("cannot be reached", ["preparar"], ("ConnectionStrings:Dono", new NpgsqlConnectionStringBuilder(_banco.Dono) { Port = 1, Timeout = 2 }.ConnectionString));
    }

    [Theory]
    [InlineData("Crm:ProxiesConhecidos:0", "proxy.example", "Crm:ProxiesConhecidos: “proxy.example” is no IP address")]
    [InlineData("Crm:RedesPermitidas:0", "172.20.0.0/99", "Crm:RedesPermitidas: “172.20.0.0/99” is no network")]
    [InlineData("Crm:EntradasPorMinuto", "muitas", "Crm:EntradasPorMinuto")]
    public async Task Setting_that_cannot_be_read(string chave, string valor, string frase) => await RecusadaAsync(frase, (chave, valor));

    [Fact]
    public async Task Roles_that_were_swapped_and_a_database_that_is_not_there()
    {
        await PrepararAsync();
        await RecusadaAsync(
            "The role of ConnectionStrings:Crm (crm_auth) may do more than its work: ", ("ConnectionStrings:Crm", _banco.Contas), ("ConnectionStrings:Contas", _banco.Crm));
        await RecusadaAsync(
            "does not exist", ("ConnectionStrings:Crm", new NpgsqlConnectionStringBuilder(_banco.Crm) { Database = "nao_existe" }.ConnectionString));
    }

    [Fact]
    public async Task Address_that_somebody_else_has()
    {
        await PrepararAsync();
        using var outro = new TcpListener(IPAddress.Loopback, 0);
        outro.Start();
        var endereco = $"http://{outro.LocalEndpoint}";
        await RecusadaAsync("address already in use", ("ASPNETCORE_URLS", endereco));
    }

    [Fact]
    public async Task Command_that_nobody_knows_and_one_without_its_file_are_told_how_it_is_said()
    {
        var desconhecido = await Executavel.ExecutarAsync(Configuracao([]).AsEnumerable(), "preprarar");
        Assert.Equal((MauUso, ""), (desconhecido.Codigo, desconhecido.Saida));
        Assert.Contains("knows no command “preprarar”. Without one it serves; it knows certificado, preparar,", desconhecido.Erro, StringComparison.Ordinal);
        var semArquivo = await Executavel.ExecutarAsync([], "certificado");
        Assert.Equal((MauUso, "Say where the certificate goes: CrmVoip certificado FILE\n"), (semArquivo.Codigo, semArquivo.Erro));
    }

    private Task PrepararAsync() => Preparacao.ExecutarAsync(Configuracao([]), CancellationToken.None);

    private Task RecusadaAsync(string frase, params (string Chave, string Valor)[] outras) => RecusadaAsync(frase, [], outras);

    private async Task RecusadaAsync(string frase, string[] argumentos, params (string Chave, string Valor)[] outras)
    {
        var partida = await Executavel.ExecutarAsync(Configuracao(outras).AsEnumerable(), argumentos);
        Assert.True(partida.Codigo == MaConfiguracao, string.Create(CultureInfo.InvariantCulture, $"Ended with {partida.Codigo}: {partida.Erro}{partida.Saida}"));
        var linha = Assert.Single(partida.Erro.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("CrmVoip does not start: ", linha, StringComparison.Ordinal);
        Assert.Contains(frase, linha, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", partida.Saida, StringComparison.Ordinal);
        Assert.DoesNotContain("segredo-errado", partida.Erro + partida.Saida, StringComparison.Ordinal);
    }

    private IConfiguration Configuracao((string Chave, string Valor)[] outras)
    {
        (string Chave, string Valor)[] minhas =
        [
            ("ConnectionStrings:Dono", _banco.Dono),
            ("ConnectionStrings:Crm", _banco.Crm),
            ("ConnectionStrings:Contas", _banco.Contas),
            ("ConnectionStrings:Fila", _banco.Fila),
            ("Crm:Cofre:Certificado", _certificado),
        ];
        return app.Configuracao([.. outras.Concat(minhas).DistinctBy(c => c.Chave)]);
    }
}
