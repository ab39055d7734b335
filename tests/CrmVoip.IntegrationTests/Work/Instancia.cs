using CrmVoip.Data;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Work;

/// <summary>An instance of the product as far as work goes, knowing the kinds of these tests and no other.</summary>
public sealed class Instancia : IAsyncDisposable
{
    private static readonly TimeSpan _esperaMaxima = TimeSpan.FromSeconds(60);
    private readonly ServiceProvider _services;

    public Instancia(AplicacaoFixture app, Palco palco, params (string Chave, string Valor)[] opcoes)
        : this(app, palco, _ => { }, opcoes)
    {
    }

    public Instancia(AplicacaoFixture app, Palco palco, Action<IServiceCollection> juntar, params (string Chave, string Valor)[] opcoes)
    {
        // It looks so seldom that whatever starts sooner was heard of.
        (string, string)[] padrao = [("Crm:Trabalhos:Executar", "true"), ("Crm:Trabalhos:Ocioso", "00:01:00")];
        var configuracao = app.Configuracao([.. padrao, .. opcoes]);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(configuracao)
            .AddSingleton(palco)
            .AddDados(configuracao)
            .AddTrabalho<TrabalhoRapido>()
            .AddTrabalho<TrabalhoLento>()
            .AddTrabalho<TrabalhoFragil>();
        juntar(services);
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public Encarregado Encarregado => _services.GetRequiredService<Encarregado>();

    public FilaDeTrabalhos Fila => _services.GetRequiredService<FilaDeTrabalhos>();

    public Task IniciarAsync() => Encarregado.StartAsync(CancellationToken.None);

    public Task PararAsync() => Encarregado.StopAsync(CancellationToken.None);

    /// <summary>Schedules in a transaction of that organization, in this instance.</summary>
    public async Task AgendarAsync<T>(OrganizacaoDeTeste organizacao, Guid linhaId, TimeSpan daquiA = default)
        where T : ITrabalho
    {
        await using var escopo = await _services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(organizacao.Id, CancellationToken.None);
        await escopo!.Db.EmTransacaoAsync(
            async () =>
            {
                await escopo.Services.GetRequiredService<Agenda>().AgendarAsync<T>(linhaId, daquiA, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await PararAsync();
        await _services.DisposeAsync();
    }

    /// <summary>Many rows at once, each of a line of its own.</summary>
    public static Task<int> InundarAsync(OrganizacaoDeTeste organizacao, string tipo, int quantas) => organizacao.App.Banco.ExecutarAsync(
        $"""
        insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em)
        select '{organizacao.Id}', gen_random_uuid(), '{tipo}', gen_random_uuid(), now() - interval '1 minute', 0, now() from generate_series(1, {quantas})
        """);

    public static Task AteAsync(Func<bool> fato) => AteAsync(() => Task.FromResult(fato()));

    public static async Task AteAsync(Func<Task<bool>> fato)
    {
        using var limite = new CancellationTokenSource(_esperaMaxima);
        while (!await fato())
        {
            await Task.Delay(10, limite.Token);
        }
    }
}
