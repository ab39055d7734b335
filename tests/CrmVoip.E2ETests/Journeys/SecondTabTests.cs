using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;

namespace CrmVoip.E2ETests.Journeys;

public sealed class SecondTabTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Two_tabs_share_one_line_and_either_controls_the_call() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        await RegistradoAsync();
        var segunda = (await QuadroAsync(await sessao.Contexto.NewPageAsync())).Janela;

        var (primeira, simulada) = await FalarAsync(quadro, "1002");
        await segunda.EstaAsync("Em ligação");
        Assert.Single(await Simulador.ContatosAsync("1002"));

        await segunda.ClicarAsync("Mudo");
        await primeira.MudoEstaAsync(true);
        await Simulador.NaoOuveAsync(simulada.Id);
        await segunda.DesligarAsync();
        await primeira.EstaAsync("Encerrada");
        await Simulador.EncerradaAsync(simulada.Id);
        Assert.Single(await Simulador.ContatosAsync("1002"));
    });

    [Fact]
    public Task The_other_tab_takes_the_line_when_its_host_closes() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Bruno);
        var antes = await RegistradoAsync();
        await QuadroAsync(await sessao.Contexto.NewPageAsync());

        await sessao.Pagina.CloseAsync();
        await Espera.AteAsync("the other tab registered", () => Simulador.ContatosAsync("1002"), agora => agora.Length == 1 && agora[0] != antes);
    });

    private async Task<string> RegistradoAsync() =>
        Assert.Single(await Espera.AteAsync("the line is registered", () => Simulador.ContatosAsync("1002"), c => c.Length == 1));
}
