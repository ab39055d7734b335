using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>What stands between a rep and a call is said in words, and nothing is dialled.</summary>
public sealed class NoPhoneTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task A_refused_microphone_says_what_to_do() => ComProvasAsync(async () =>
    {
        await using var navegador = await Ambiente.Navegador.SemPermissaoAsync();
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(navegador, await Ambiente.CookiesAsync(Pessoa.Ana)));

        await NadaFoiDiscadoAsync(await QuadroAsync(sessao.Pagina), "Microfone bloqueado", "permita o microfone");
    });

    [Fact]
    public Task A_missing_microphone_says_what_to_do() => ComProvasAsync(async () =>
    {
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(await Ambiente.CookiesAsync(Pessoa.Ana)));
        await sessao.Contexto.AddInitScriptAsync(
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))");

        await NadaFoiDiscadoAsync(await QuadroAsync(sessao.Pagina), "Sem microfone", "Conecte um fone com microfone");
    });

    [Fact]
    public Task A_rep_without_a_ramal_gets_the_way_to_it() => ComProvasAsync(async () =>
    {
        var (_, quadro) = await EntrarAsync(Pessoa.Carla);

        var janela = await quadro.LigarAsync(Cliente.Atende);

        await janela.EstaAsync("Sem ramal");
        await Expect(janela.Ligacao("Configurar meu ramal")).ToHaveAttributeAsync("href", "/o/boreal/ramais");
        Assert.Empty(await Ambiente.Banco.LigacoesAsync(Pessoa.Carla, Inicio));
    });

    [Fact]
    public Task Without_the_server_nothing_is_dialled() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
        await sessao.Pagina.RouteAsync("**/o/aurora/ligacoes", rota => rota.AbortAsync());

        await NadaFoiDiscadoAsync(quadro, "Sem conexão", "Nenhuma ligação foi feita");
    });

    private async Task NadaFoiDiscadoAsync(QuadroPagina quadro, string estado, string conselho)
    {
        var janela = await quadro.LigarAsync(Cliente.Atende);

        await janela.EstaAsync(estado);
        await Expect(janela.Janela).ToContainTextAsync(conselho);
        await Expect(janela.Botao("Tentar de novo")).ToBeVisibleAsync();
        Assert.Empty(await Simulador.LigacoesAsync("1001", Inicio));
        await Espera.AteAsync("no row is open", () => Ambiente.Banco.LigacoesAsync(Pessoa.Ana, Inicio), linhas => linhas.All(l => l.Terminada));
    }
}
