using CrmVoip.Domain;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Takes one wall away at a time: the suite must find the gap and name it, or it proves nothing.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class MutacoesTests(AplicacaoFixture app)
{
    private const string Tenant = "organizacao_id = (select nullif(current_setting('app.organizacao_id', true), '')::uuid)";
    private const string Ligada = "alter table mutante enable row level security; alter table mutante force row level security;";

    public static TheoryData<string, string, string> Tabelas => new()
    {
        { "", "mutante has no forced row-level security", "no policy at all" },
        { Ligada, "mutante has no policy", "row-level security without a policy" },
        { $"alter table mutante enable row level security; create policy p on mutante using ({Tenant}) with check ({Tenant});", "mutante has no forced", "not forced" },
        { $"{Ligada} create policy aberta on mutante using (true) with check ({Tenant});", "the policy aberta of mutante lets rows of any organization be seen", "using (true)" },
        { $"{Ligada} create policy furada on mutante using ({Tenant} or true) with check ({Tenant});", "the policy furada of mutante lets rows of any", "or true" },
        { $"{Ligada} create policy meia on mutante using ({Tenant});", "the policy meia of mutante has no WITH CHECK", "no WITH CHECK" },
        { $"{Ligada} create policy escrita on mutante for insert with check (organizacao_id is not null);", "the policy escrita of mutante lets rows of any organization be written", "insert" },
        { $"{Ligada} create policy boa on mutante using ({Tenant}) with check ({Tenant}); create policy outra on mutante for select using (organizacao_id is not null);", "the policy outra of mutante", "second policy" },
        { $"{Ligada} create policy fila_de_trabalhos on mutante to crm_fila using (true) with check (true);", "the policy fila_de_trabalhos of mutante lets rows of any", "the exception of another table" },
    };

    [Theory]
    [MemberData(nameof(Tabelas))]
    public async Task Table_with_a_gap_in_its_wall_is_named_by_the_suite_and_stops_the_start(string sql, string esperado, string mutacao)
    {
        await app.Banco.ExecutarAsync($"create table mutante (organizacao_id uuid not null, id uuid not null); alter table mutante owner to crm_owner; {sql}");
        try
        {
            await using var conexao = new NpgsqlConnection(app.Banco.Superusuario);
            await conexao.OpenAsync();
            var falta = Assert.Single(await MurosDoBanco.FaltasAsync(conexao, CancellationToken.None), f => f.StartsWith(esperado, StringComparison.Ordinal));
            var recusa = await Assert.ThrowsAsync<PartidaRecusadaException>(VerificarAsync);
            Assert.True(recusa.Message.Contains(falta, StringComparison.Ordinal), $"The start did not name the mutation: {mutacao}.");
        }
        finally
        {
            await app.Banco.ExecutarAsync("drop table mutante");
        }
    }

    /// <summary>The one exception is one role's, in one table, by one policy.</summary>
    [Theory]
    [InlineData("create policy outra on trabalhos to crm_fila using (true) with check (true)", "the policy outra of trabalhos lets rows of any organization be seen")]
    [InlineData("alter policy fila_de_trabalhos on trabalhos to crm_fila, crm_app", "the policy fila_de_trabalhos of trabalhos lets rows of any organization be seen")]
    [InlineData("alter policy trabalhos_de_conta on trabalhos with check (true)", "the policy trabalhos_de_conta of trabalhos lets rows of any organization be written")]
    [InlineData("alter policy trabalhos_de_conta on trabalhos to crm_auth, crm_app", "the policy trabalhos_de_conta of trabalhos lets rows of any organization be written")]
    [InlineData("alter policy fila_de_trabalhos on trabalhos to public", "the policy fila_de_trabalhos of trabalhos lets rows of any organization be seen")]
    public async Task Exception_of_the_table_of_work_is_no_wider(string sql, string esperado)
    {
        await app.Banco.ExecutarAsync(sql);
        try
        {
            Assert.Contains(esperado, (await Assert.ThrowsAsync<PartidaRecusadaException>(VerificarAsync)).Message, StringComparison.Ordinal);
        }
        finally
        {
            await app.Banco.ExecutarAsync(
                $"""
                drop policy if exists outra on trabalhos;
                alter policy fila_de_trabalhos on trabalhos to crm_fila;
                alter policy trabalhos_de_conta on trabalhos to crm_auth with check (organizacao_id = '{Guid.Empty}');
                """);
        }

        await VerificarAsync();
    }

    [Theory]
    [InlineData("grant select on contatos to crm_fila", "revoke select on contatos from crm_fila", "contatos select")]
    [InlineData("grant insert on trabalhos to crm_fila", "revoke insert on trabalhos from crm_fila", "trabalhos insert")]
    [InlineData("grant select (nome) on membros to crm_fila", "revoke select (nome) on membros from crm_fila", "membros select")]
    [InlineData("grant crm_auth to crm_fila", "revoke crm_auth from crm_fila", "ConnectionStrings:Fila is too powerful (member of another role")]
    [InlineData("grant crm_fila to crm_app", "revoke crm_fila from crm_app", "ConnectionStrings:Crm is too powerful (member of another role")]
    [InlineData("grant select on usuarios to crm_app", "revoke select on usuarios from crm_app", "ConnectionStrings:Crm (crm_app) may do more than its work: usuarios select. Use crm_app")]
    [InlineData("grant update on audit_log to crm_app", "revoke update on audit_log from crm_app", "audit_log update")]
    [InlineData("grant select on trabalhos to crm_app", "revoke select on trabalhos from crm_app", "trabalhos select")]
    [InlineData("grant truncate on contatos to crm_app", "revoke truncate on contatos from crm_app", "contatos truncate")]
    [InlineData("grant select on contatos to crm_auth", "revoke select on contatos from crm_auth", "contatos select")]
    [InlineData("grant create on schema public to crm_auth", "revoke create on schema public from crm_auth", "create in the schema public")]
    public async Task Role_that_may_do_more_than_its_work_stops_the_start(string dar, string tirar, string esperado)
    {
        await app.Banco.ExecutarAsync(dar);
        try
        {
            Assert.Contains(esperado, (await Assert.ThrowsAsync<PartidaRecusadaException>(VerificarAsync)).Message, StringComparison.Ordinal);
        }
        finally
        {
            await app.Banco.ExecutarAsync(tirar);
        }

        await VerificarAsync();
    }

    [Fact]
    public async Task Table_behind_a_whole_wall_is_not_named()
    {
        await app.Banco.ExecutarAsync(
            $"create table mutante (organizacao_id uuid not null, id uuid not null); {Ligada} create policy p on mutante using ({Tenant} and id is not null) with check ({Tenant});");
        try
        {
            await VerificarAsync();
        }
        finally
        {
            await app.Banco.ExecutarAsync("drop table mutante");
        }
    }

    [Theory]
    [InlineData("GET /mutante/fora", "GET /mutante/fora of CrmVoip.IntegrationTests.Isolation.MutanteForaController is in no organization")]
    [InlineData("GET /mutante/aberta", "GET /mutante/aberta is inside an organization and lets anybody in")]
    [InlineData("POST /mutante/sem-token", "POST /mutante/sem-token takes writes without an antiforgery token")]
    public async Task Route_without_a_wall_is_named(string rota, string esperado)
    {
        await using var mutante = Mutante();
        var faltas = FaltasDasRotas.DeMuro(Rota.Todas(mutante.Services));
        Assert.Single(faltas, f => f.StartsWith(rota, StringComparison.Ordinal) && f.StartsWith(esperado, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Route_with_an_id_and_no_control_is_named_and_so_is_a_control_without_its_route()
    {
        await using var mutante = Mutante();
        var faltas = FaltasDasRotas.DeControle(Rota.Todas(mutante.Services), [.. Controle.Todos, Controle.De("GET /sumiu/{id:guid}").Com(_ => Guid.Empty)]);
        Assert.Single(faltas, f => f.StartsWith("GET /mutante/{id:guid} has no control: add", StringComparison.Ordinal));
        Assert.Single(faltas, f => f.StartsWith("GET /sumiu/{id:guid} has a control, but is no route", StringComparison.Ordinal));
    }

    [Fact]
    public void Entity_without_its_filter_is_named()
    {
        var modelo = new ModelBuilder();
        modelo.Entity<EntidadeMutante>().HasKey(e => new { e.OrganizacaoId, e.Id });
        modelo.Entity<SemOrganizacao>().HasKey(e => e.Id);
        Assert.Equal(
            ["EntidadeMutante has no query filter \"tenant\"", "SemOrganizacao is of no organization: implement IDaOrganizacao"],
            FaltasDoModelo.De(modelo.Model).Order(StringComparer.Ordinal));
    }

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Data.CrmDbContext> Mutante() =>
        app.OutraInstancia().WithWebHostBuilder(b => b.ConfigureTestServices(
            services => services.AddControllers().AddApplicationPart(typeof(MutanteController).Assembly)));

    private async Task VerificarAsync()
    {
        var configuracao = app.Configuracao();
        await using var services = Preparacao.ServicosMinimos(configuracao);
        await new VerificacaoDePartida(services, configuracao).ExecutarAsync(CancellationToken.None);
    }

    private sealed class EntidadeMutante : IDaOrganizacao
    {
        public Guid OrganizacaoId { get; init; }

        public Guid Id { get; init; }
    }

    private sealed class SemOrganizacao
    {
        public Guid Id { get; init; }
    }
}

[DaOrganizacao]
[Route("mutante")]
public sealed class MutanteController : Controller
{
    [HttpGet("{id:guid}")]
    public IActionResult Detalhe(Guid id) => Ok(id);

    [AllowAnonymous]
    [HttpGet("aberta")]
    public IActionResult Aberta() => Ok();

    [IgnoreAntiforgeryToken]
    [HttpPost("sem-token")]
    public IActionResult SemToken() => Ok();
}

[Route("mutante/fora")]
public sealed class MutanteForaController : Controller
{
    [HttpGet("")]
    public IActionResult Index() => Ok();
}
