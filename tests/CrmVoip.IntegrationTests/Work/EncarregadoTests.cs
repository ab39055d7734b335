using System.Diagnostics;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Work;

/// <summary>Several instances share the work, no organization takes it all, and nothing is lost when one dies.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class EncarregadoTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Instances_side_by_side_do_every_work_once_and_none_twice_at_once()
    {
        var palco = new Palco();
        OrganizacaoDeTeste[] organizacoes = [await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync()];
        foreach (var organizacao in organizacoes)
        {
            await Instancia.InundarAsync(organizacao, TrabalhoRapido.Tipo, 60);
        }

        await using var a = new Instancia(app, palco);
        await using var b = new Instancia(app, palco);
        await using var c = new Instancia(app, palco);
        await Task.WhenAll(a.IniciarAsync(), b.IniciarAsync(), c.IniciarAsync());
        await Instancia.AteAsync(() => palco.Terminaram.Count >= 180);
        await Task.WhenAll(a.PararAsync(), b.PararAsync(), c.PararAsync());

        Assert.Equal(180, palco.Comecaram.Count);
        Assert.Equal(180, palco.Terminaram.Distinct().Count());
        Assert.Equal(0, palco.Sobrepostos);
    }

    [Fact]
    public async Task Flood_of_one_organization_does_not_delay_another()
    {
        var (cheia, outra) = (await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync());
        var (palco, linha) = (new Palco(), Guid.NewGuid());
        await Instancia.InundarAsync(cheia, TrabalhoRapido.Tipo, 1_000);
        await using var instancia = new Instancia(app, palco);
        await instancia.AgendarAsync<TrabalhoRapido>(outra, linha);

        await instancia.IniciarAsync();
        await Instancia.AteAsync(() => palco.Terminaram.Count >= 1_001);
        await Instancia.AteAsync(async () => (await cheia.TrabalhosAsync()).Count == 0);

        Assert.InRange(palco.Comecaram.ToList().IndexOf(linha), 0, 20);
        Assert.Empty(await cheia.TrabalhosAsync());
    }

    [Fact]
    public async Task Organization_has_no_more_at_a_time_than_its_places_over_all_instances()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (palco, soltar) = (new Palco(), new TaskCompletionSource());
        palco.Fazer = async (_, _, _) =>
        {
            await soltar.Task;
            return Desfecho.Feito;
        };
        await Instancia.InundarAsync(organizacao, TrabalhoRapido.Tipo, 20);
        await using var a = new Instancia(app, palco);
        await using var b = new Instancia(app, palco);

        await a.Encarregado.PassarAsync(CancellationToken.None);
        await b.Encarregado.PassarAsync(CancellationToken.None);
        await b.Encarregado.PassarAsync(CancellationToken.None);

        Assert.Equal(4, (await organizacao.TrabalhosAsync()).Count(t => t.Tomado));
        await Instancia.AteAsync(() => palco.Comecaram.Count == 4);
        soltar.SetResult();
        await Task.WhenAll(a.IniciarAsync(), b.IniciarAsync());
        await Instancia.AteAsync(() => palco.Terminaram.Count == 20);
    }

    [Fact]
    public async Task Slow_work_takes_no_place_from_quick_work()
    {
        var (organizacao, linha) = (await app.CriarOrganizacaoAsync(), Guid.NewGuid());
        var (palco, soltar) = (new Palco(), new TaskCompletionSource());
        palco.Fazer = async (qual, _, _) =>
        {
            await (qual == linha ? Task.CompletedTask : soltar.Task);
            return Desfecho.Feito;
        };
        await Instancia.InundarAsync(organizacao, TrabalhoLento.Tipo, 10);
        await using var instancia = new Instancia(app, palco, ("Crm:Trabalhos:Lentos", "2"), ("Crm:Trabalhos:Paciencia", "00:01:00"), ("Crm:Trabalhos:Rapidos", "1"));
        await instancia.IniciarAsync();
        await Instancia.AteAsync(() => palco.Comecaram.Count == 2);

        await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);

        await Instancia.AteAsync(() => palco.Terminaram.Contains(linha));
        Assert.Equal(3, palco.Comecaram.Count);
        soltar.SetResult();
        await Instancia.AteAsync(() => palco.Terminaram.Count == 11);
    }

    [Fact]
    public async Task Slow_work_that_only_waits_for_an_answer_keeps_nobody_from_asking()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var (palco, soltar) = (new Palco(), new TaskCompletionSource());
        palco.Fazer = async (_, _, _) =>
        {
            await soltar.Task;
            return Desfecho.Feito;
        };
        await Instancia.InundarAsync(organizacao, TrabalhoLento.Tipo, 3);
        await using var instancia = new Instancia(
            app, palco, ("Crm:Trabalhos:Lentos", "1"), ("Crm:Trabalhos:LentosAoTodo", "2"), ("Crm:Trabalhos:Paciencia", "00:00:00.050"));
        await instancia.IniciarAsync();

        await Instancia.AteAsync(() => palco.Comecaram.Count == 2);
        Assert.Empty(palco.Terminaram);
        soltar.SetResult();
        await Instancia.AteAsync(() => palco.Terminaram.Count == 3);
    }

    [Fact]
    public async Task Work_of_an_instance_that_died_is_done_by_another_when_the_lease_is_over()
    {
        var (organizacao, linha) = (await app.CriarOrganizacaoAsync(), Guid.NewGuid());
        var palco = new Palco();
        await using var viva = new Instancia(app, palco);
        TrabalhoTomado perdido;
        await using (var morta = new Instancia(app, palco))
        {
            await morta.AgendarAsync<TrabalhoRapido>(organizacao, linha);
            perdido = Assert.Single(await morta.Services.TomarAsync(organizacao.Id));
        }

        Assert.Empty(await organizacao.TrabalharAsync(instancia: viva.Services));
        await organizacao.TrabalharAsync(adiantar: TimeSpan.FromMinutes(1), instancia: viva.Services);

        Assert.Equal([linha], palco.Terminaram);
        Assert.Empty(await organizacao.TrabalhosAsync());
        Assert.False(await viva.Fila.ConcluirAsync(perdido, CancellationToken.None));
    }

    [Fact]
    public async Task Late_word_of_who_lost_the_lease_changes_nothing()
    {
        var (organizacao, linha) = (await app.CriarOrganizacaoAsync(), Guid.NewGuid());
        await using var instancia = new Instancia(app, new Palco());
        await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);
        var primeiro = Assert.Single(await instancia.Services.TomarAsync(organizacao.Id));
        await organizacao.AdiantarAsync(TimeSpan.FromMinutes(1));
        var segundo = Assert.Single(await instancia.Services.TomarAsync(organizacao.Id));

        Assert.False(await instancia.Fila.ConcluirAsync(primeiro, CancellationToken.None));
        Assert.False(await instancia.Fila.FalharAsync(primeiro, "x", TimeSpan.Zero, true, CancellationToken.None));
        await instancia.Fila.RenovarAsync([primeiro.Arrendatario], CancellationToken.None);

        Assert.Equal(2, segundo.Tentativa);
        Assert.True(Assert.Single(await organizacao.TrabalhosAsync()) is { Tomado: true, UltimoErro: null });
        Assert.True(await instancia.Fila.ConcluirAsync(segundo, CancellationToken.None));
    }

    [Fact]
    public async Task Instance_that_ends_gives_back_what_it_has_not_done()
    {
        var (organizacao, linha) = (await app.CriarOrganizacaoAsync(), Guid.NewGuid());
        var palco = new Palco
        {
            Fazer = async (_, _, ct) =>
            {
                await Task.Delay(Timeout.Infinite, ct);
                return Desfecho.Feito;
            },
        };
        await using var instancia = new Instancia(app, palco);
        await instancia.AgendarAsync<TrabalhoRapido>(organizacao, linha);
        await instancia.IniciarAsync();
        await Instancia.AteAsync(() => palco.Comecaram.Count == 1);

        await instancia.PararAsync();

        Assert.True(Assert.Single(await organizacao.TrabalhosAsync()) is { Tomado: false, Tentativas: 0, Morto: false, VenceEm.Ticks: <= 0 });
        Assert.Single(await instancia.Services.TomarAsync(organizacao.Id));
    }

    [Fact]
    public async Task Work_that_fails_is_tried_later_and_given_up_after_its_runs()
    {
        var (organizacao, linha) = (await app.CriarOrganizacaoAsync(), Guid.NewGuid());
        var palco = new Palco { Fazer = (_, _, _) => throw new InvalidOperationException("o que alguem digitou") };
        await using var instancia = new Instancia(app, palco);
        await instancia.AgendarAsync<TrabalhoFragil>(organizacao, linha);

        await organizacao.TrabalharAsync(comFalhas: true, instancia: instancia.Services);
        var depoisDeUma = Assert.Single(await organizacao.TrabalhosAsync());
        await organizacao.TrabalharAsync(TimeSpan.FromMinutes(5), comFalhas: true, instancia.Services);
        var depoisDeDuas = Assert.Single(await organizacao.TrabalhosAsync());
        await organizacao.TrabalharAsync(TimeSpan.FromHours(5), comFalhas: true, instancia.Services);

        Assert.True(depoisDeUma is { Morto: false, Tomado: false, UltimoErro: "InvalidOperationException" });
        Assert.InRange(depoisDeUma.VenceEm, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(3));
        Assert.True(depoisDeDuas.Morto);
        Assert.Equal(2, palco.Comecaram.Count);

        palco.Fazer = (_, _, _) => Task.FromResult(Desfecho.Feito);
        await instancia.Fila.ReviverAsync(CancellationToken.None);
        await organizacao.TrabalharAsync(instancia: instancia.Services);
        Assert.Empty(await organizacao.TrabalhosAsync());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Look_with_nothing_due_is_one_statement_however_many_organizations_there_are(int organizacoes)
    {
        await app.Banco.ExecutarAsync(
            $"""
            insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em)
            select gen_random_uuid(), gen_random_uuid(), '{TrabalhoRapido.Tipo}', gen_random_uuid(), now() + interval '1 hour', 0, now() from generate_series(1, {organizacoes})
            """);
        await using var instancia = new Instancia(app, new Palco());
        using var comandos = new ComandosDaFila();

        var espera = await instancia.Encarregado.PassarAsync(CancellationToken.None);

        Assert.Single(comandos.Textos);
        Assert.Equal(TimeSpan.FromMinutes(1), espera);
        await app.Banco.ExecutarAsync($"delete from trabalhos where tipo = '{TrabalhoRapido.Tipo}'");
    }

    [Fact]
    public async Task Work_is_shared_through_a_pooler_that_hands_connections_on()
    {
        await using var bouncer = await PgBouncer.IniciarAsync(app.Banco);
        (string, string)[] conexoes = [("ConnectionStrings:Crm", bouncer.Por(app.Banco.Crm)), ("ConnectionStrings:Fila", bouncer.Por(app.Banco.Fila))];
        var palco = new Palco();
        OrganizacaoDeTeste[] organizacoes = [await app.CriarOrganizacaoAsync(), await app.CriarOrganizacaoAsync()];
        foreach (var organizacao in organizacoes)
        {
            await Instancia.InundarAsync(organizacao, TrabalhoRapido.Tipo, 30);
        }

        await using var a = new Instancia(app, palco, conexoes);
        await using var b = new Instancia(app, palco, conexoes);
        var linha = Guid.NewGuid();
        await a.AgendarAsync<TrabalhoRapido>(organizacoes[0], linha);
        await Task.WhenAll(a.IniciarAsync(), b.IniciarAsync());
        await Instancia.AteAsync(() => palco.Terminaram.Count >= 61);

        Assert.Contains(linha, palco.Terminaram);
        Assert.Equal(61, palco.Comecaram.Count);
        Assert.Equal(0, palco.Sobrepostos);
        Assert.Empty(await app.Banco.LerAsync("select 1 from pg_locks where locktype = 'advisory'"));
    }

    /// <summary>What is sent about the table of work, as Npgsql reports it.</summary>
    private sealed class ComandosDaFila : IDisposable
    {
        private readonly ActivityListener _ouvinte;
        private readonly List<string> _textos = [];

        public ComandosDaFila()
        {
            _ouvinte = new ActivityListener
            {
                ShouldListenTo = fonte => fonte.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = Anotar,
            };
            ActivitySource.AddActivityListener(_ouvinte);
        }

        public IReadOnlyList<string> Textos => _textos;

        public void Dispose() => _ouvinte.Dispose();

        private void Anotar(Activity atividade)
        {
            if (atividade.TagObjects.Any(t => t.Value is string texto && texto.Contains("trabalhos", StringComparison.Ordinal)))
            {
                _textos.Add(atividade.DisplayName);
            }
        }
    }
}
