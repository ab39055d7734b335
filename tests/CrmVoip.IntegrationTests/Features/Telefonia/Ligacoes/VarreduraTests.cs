using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>Calls whose browser went silent.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class VarreduraTests(AplicacaoFixture app)
{
    private static readonly TimeSpan _silencio = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Silent_call_is_closed_at_its_last_sign()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await CalarAsync(id);

        await VarrerAsync(organizacao);

        var ligacao = await LerAsync(organizacao, id);
        Assert.Equal(StatusDaLigacao.Cancelada, ligacao.Status);
        Assert.Equal(OrigemDoFato.Varredura, ligacao.OrigemStatus);
        Assert.Equal(ligacao.UltimoSinalEm, ligacao.FimEm);
        Assert.NotNull(ligacao.ConferirEm);
    }

    [Fact]
    public async Task Call_that_gives_signs_is_left_alone()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await VarrerAsync(organizacao);
        Assert.Equal(StatusDaLigacao.EmAndamento, (await LerAsync(organizacao, id)).Status);
    }

    [Fact]
    public async Task Call_that_speaks_again_goes_on_and_its_record_tells_the_whole_story()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await CalarAsync(id);
        await VarrerAsync(organizacao);

        await cliente.PostAsync($"/ligacoes/{id}/batimento");
        Assert.Equal(StatusDaLigacao.EmAndamento, (await LerAsync(organizacao, id)).Status);
        await cliente.PostAsync($"/ligacoes/{id}/eventos", new
        {
            eventos = new[] { new { id = Guid.NewGuid(), tipo = "encerrada", em = DateTimeOffset.UtcNow, dados = new { causa = "busy" } } },
        });

        Assert.Equal(StatusDaLigacao.Ocupado, (await LerAsync(organizacao, id)).Status);
        Assert.Equal(
            ["ligacao.iniciada", "ligacao.encerrada", "ligacao.retomada", "ligacao.encerrada"],
            await organizacao.ComDbAsync(db => db.AuditLog.Where(a => a.EntidadeId == id).OrderBy(a => a.Id).Select(a => a.Acao).ToListAsync()));
    }

    [Fact]
    public async Task Call_that_goes_on_again_is_watched_again()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await CalarAsync(id);
        await VarrerAsync(organizacao);
        Assert.DoesNotContain(await organizacao.TrabalhosAsync(), t => t.LinhaId == id);

        await cliente.PostAsync($"/ligacoes/{id}/batimento");
        await CalarAsync(id);
        await VarrerAsync(organizacao);

        Assert.Equal(StatusDaLigacao.Cancelada, (await LerAsync(organizacao, id)).Status);
    }

    [Fact]
    public async Task Call_of_an_earlier_version_is_watched_once_somebody_enters()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await app.Banco.ExecutarAsync($"delete from trabalhos where organizacao_id = '{organizacao.Id}'");
        await app.Services.GetRequiredService<Semeador>().SemearAsync(organizacao.Id, CancellationToken.None);
        await CalarAsync(id);

        await VarrerAsync(organizacao);

        Assert.Equal(StatusDaLigacao.Cancelada, (await LerAsync(organizacao, id)).Status);
    }

    [Fact]
    public async Task Instance_whose_clock_is_an_hour_ahead_closes_no_call_that_gives_signs()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await using var adiantada = app.OutraInstancia(("Crm:Relogio:Tolerancia", "1.00:00:00")).WithWebHostBuilder(
            b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1)))));

        await organizacao.TrabalharAsync(TimeSpan.FromSeconds(90), instancia: adiantada.Services);

        Assert.Equal(StatusDaLigacao.EmAndamento, (await LerAsync(organizacao, id)).Status);
        Assert.Contains(await organizacao.TrabalhosAsync(), t => t.LinhaId == id);
    }

    [Fact]
    public async Task Work_of_an_inactive_organization_waits_for_it()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await CalarAsync(id);
        await DesativarAsync(organizacao);

        await VarrerAsync(organizacao);

        Assert.Equal(StatusDaLigacao.EmAndamento, (await LerAsync(organizacao, id)).Status);
        Assert.Contains(await organizacao.TrabalhosAsync(), t => t.LinhaId == id && t.VenceEm > TimeSpan.FromHours(1));
    }

    private static Task<Ligacao> LerAsync(OrganizacaoDeTeste organizacao, Guid id) =>
        organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == id));

    private static Task<List<string>> VarrerAsync(OrganizacaoDeTeste organizacao) => organizacao.TrabalharAsync(TimeSpan.FromSeconds(90));

    private async Task DesativarAsync(OrganizacaoDeTeste organizacao)
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Superusuario);
        await using var comando = fonte.CreateCommand("update organizacoes set ativa = false where id = $1");
        comando.Parameters.AddWithValue(organizacao.Id);
        Assert.Equal(1, await comando.ExecuteNonQueryAsync());
    }

    // As if all it said had been said that much earlier.
    private async Task CalarAsync(Guid id)
    {
        Assert.Equal(1, await app.Banco.ExecutarAsync(
            $"update ligacoes set ultimo_sinal_em = ultimo_sinal_em - interval '{_silencio.TotalSeconds:F0} seconds' where id = '{id}'"));
        await app.Banco.ExecutarAsync($"update ligacao_eventos set ocorrido_em = ocorrido_em - interval '{_silencio.TotalSeconds:F0} seconds' where ligacao_id = '{id}'");
    }

    private async Task<(OrganizacaoDeTeste Organizacao, ClienteDeTeste Cliente, Guid Id)> DiscarAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var pessoa = await organizacao.PessoaAsync();
        await pessoa.ComRamalAsync();
        var cliente = await pessoa.EntrarAsync();
        var id = Guid.NewGuid();
        await cliente.PostAsync("/ligacoes", new { id, numero = "+5511960000001" });
        return (organizacao, cliente, id);
    }
}
