using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Conexoes;
using CrmVoip.Features.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CrmVoip.IntegrationTests.Features.Ligacoes;

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

        await VarrerAsync();

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
        await VarrerAsync();
        Assert.Equal(StatusDaLigacao.EmAndamento, (await LerAsync(organizacao, id)).Status);
    }

    [Fact]
    public async Task Call_that_speaks_again_goes_on_and_its_record_tells_the_whole_story()
    {
        var (organizacao, cliente, id) = await DiscarAsync();
        using var _ = cliente;
        await CalarAsync(id);
        await VarrerAsync();

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
    public async Task Organization_is_looked_into_only_when_it_is_active_and_has_a_silent_call()
    {
        var (calada, a, deUma) = await DiscarAsync();
        var (falante, b, _) = await DiscarAsync();
        var (inativa, c, deOutra) = await DiscarAsync();
        using var clienteA = a;
        using var clienteB = b;
        using var clienteC = c;

        // Not silent for long enough for the job of the running product, which would close it.
        await CalarAsync(deUma, TimeSpan.FromMinutes(1));
        await CalarAsync(deOutra, TimeSpan.FromMinutes(1));
        await DesativarAsync(inativa);

        var achadas = await app.Services.GetRequiredService<EscopoDaOrganizacao>()
            .ComAsync(Pendencia.LigacoesCaladasDesde(DateTimeOffset.UtcNow.AddSeconds(-30)), CancellationToken.None);

        Assert.Equal([calada.Id], achadas.Intersect([calada.Id, falante.Id, inativa.Id]));
    }

    [Fact]
    public async Task Organization_without_work_costs_the_jobs_no_command_of_its_own()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        using var comandos = new ComandosExecutados(organizacao);
        foreach (var job in app.Services.GetServices<IHostedService>())
        {
            await (job switch
            {
                VarrerLigacoesJob varrer => varrer.VarrerAsync(CancellationToken.None),
                RegistrarGanchosJob registrar => registrar.ExecutarUmaVezAsync(CancellationToken.None),
                _ => Task.CompletedTask,
            });
        }

        Assert.Empty(comandos.Textos);
    }

    private static Task<Ligacao> LerAsync(OrganizacaoDeTeste organizacao, Guid id) =>
        organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().SingleAsync(l => l.Id == id));

    private Task VarrerAsync() =>
        app.Services.GetServices<IHostedService>().OfType<VarrerLigacoesJob>().Single().VarrerAsync(CancellationToken.None);

    private async Task DesativarAsync(OrganizacaoDeTeste organizacao)
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Superusuario);
        await using var comando = fonte.CreateCommand("update organizacoes set ativa = false where id = $1");
        comando.Parameters.AddWithValue(organizacao.Id);
        Assert.Equal(1, await comando.ExecuteNonQueryAsync());
    }

    private async Task CalarAsync(Guid id, TimeSpan? por = null)
    {
        await using var fonte = NpgsqlDataSource.Create(app.Banco.Superusuario);
        await using var comando = fonte.CreateCommand("update ligacoes set ultimo_sinal_em = ultimo_sinal_em - $1 where id = $2");
        comando.Parameters.AddWithValue(por ?? _silencio);
        comando.Parameters.AddWithValue(id);
        Assert.Equal(1, await comando.ExecuteNonQueryAsync());
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
