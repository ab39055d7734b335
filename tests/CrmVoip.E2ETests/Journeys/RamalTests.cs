using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>"Testar ramal", each failure forced; and a ramal from the provider's list to the call and away again.</summary>
public sealed class RamalTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Ramal = "1002";

    [Fact]
    public Task A_line_that_works_is_tried_to_the_sound_and_leaves_no_second_registration() => ComProvasAsync(async () =>
    {
        var ramal = await AbrirRamalAsync();

        await ramal.TestarAsync("Áudio", "Tudo certo para ligar");

        await Expect(ramal.Passo("Conferir na API4COM")).ToContainTextAsync("O ramal 1002 existe em aurora.simulador.");
        await Expect(ramal.Passo("Microfone")).ToContainTextAsync("Captou som");
        await Expect(ramal.Passo("Registro")).ToContainTextAsync("Ramal registrado");
        await Espera.AteAsync("the test's user agent unregistered", () => Simulador.ContatosAsync(Ramal), c => c.Length <= 1);
        Assert.Empty(await Simulador.LigacoesAsync(Ramal, Inicio));
    });

    [Fact]
    public Task A_denied_microphone_says_how_to_allow_it() => ComProvasAsync(async () =>
    {
        await using var navegador = await Ambiente.Navegador.SemPermissaoAsync();
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(navegador, await Ambiente.CookiesAsync(Pessoa.Bruno)));
        var ramal = await AbrirRamalAsync(sessao);

        await ramal.TestarAsync("Microfone", "permita o microfone");

        await ramal.NaoTestadosAsync("Conexão segura", "Registro", "Áudio");
    });

    [Fact]
    public Task A_microphone_without_sound_is_found_out() => ComProvasAsync(async () =>
    {
        var ramal = await AbrirRamalAsync("""
            navigator.mediaDevices.getUserMedia = async () => new AudioContext().createMediaStreamDestination().stream
            """);

        await ramal.TestarAsync("Microfone", "O microfone não captou som");

        await ramal.NaoTestadosAsync("Conexão segura", "Registro", "Áudio");
    });

    [Fact]
    public Task A_closed_connection_names_the_address() => ComProvasAsync(async () =>
    {
        var ramal = await AbrirRamalAsync();
        await Simulador.CortarRedeAsync(Ramal);

        await ramal.TestarAsync("Conexão segura", $"Não foi possível conectar a {Simulador.Endereco.Authority}");

        await ramal.NaoTestadosAsync("Registro", "Áudio");
    });

    [Fact]
    public Task A_wrong_password_is_said_at_the_registration() => ComProvasAsync(async () =>
    {
        var ramal = await AbrirRamalAsync();
        await ramal.PreencherAsync(Ramal, "aurora.simulador", "senha-errada");

        await ramal.TestarAsync("Registro", "A senha do ramal foi recusada");

        await ramal.NaoTestadosAsync("Áudio");
    });

    [Fact]
    public Task Sound_that_does_not_arrive_is_said_at_the_end() => ComProvasAsync(async () =>
    {
        var ramal = await AbrirRamalAsync("RTCPeerConnection.prototype.addIceCandidate = async () => {}");

        await ramal.TestarAsync("Áudio", "O som não passou");

        await Expect(ramal.Passo("Registro")).ToContainTextAsync("Ramal registrado");
    });

    [Fact]
    public Task During_a_call_the_line_is_not_tried() => ComProvasAsync(async () =>
    {
        var (sessao, quadro) = await EntrarAsync(Pessoa.Bruno);
        var (janela, simulada) = await FalarAsync(quadro, Ramal);
        var ramal = new RamalPagina(sessao.Pagina);
        await ramal.AbrirAsync();

        await ramal.ClicarEmTestarAsync();

        await Expect(sessao.Pagina.GetByText("Termine a ligação antes de testar o ramal.")).ToBeVisibleAsync();
        Assert.False((await Simulador.LigacaoAsync(simulada.Id)).Encerrada);
        await janela.DesligarAsync();
    });

    [Fact]
    public Task An_imported_member_calls_and_a_revoked_one_only_ends_the_call_that_is_up() => ComProvasAsync(async () =>
    {
        var (administrador, _) = await EntrarAsync(Pessoa.Admin, lida: true);
        var espiao = new Espiao(administrador.Contexto);
        var ramais = new RamaisPagina(administrador.Pagina);
        await ramais.AbrirAsync();
        await Expect(administrador.Pagina.GetByRole(AriaRole.Region, new() { Name = "Ramais na API4COM" })).ToContainTextAsync("dora@aurora.example");
        await ramais.ImportarAsync("1 importado: 1003 (Dora Nascimento)");
        await Expect(ramais.Linha(Pessoa.Dora)).ToContainTextAsync("1003");
        await espiao.NadaContemAsync("ramal-1003-aurora");

        var dora = await AbrirAsync();
        var quadro = await EntrarNaAuroraAsync(dora.Pagina);
        var (janela, simulada) = await FalarAsync(quadro, "1003");
        await new Escuta(dora.Pagina).OuveAsync(Som.Cliente);

        await ramais.RevogarAsync(Pessoa.Dora);
        await Simulador.OuveAsync(simulada.Id, Som.Microfone);
        Assert.False((await Simulador.LigacaoAsync(simulada.Id)).Encerrada);
        await janela.DesligarAsync();

        await dora.Pagina.ReloadAsync();
        await (await EntrarNaAuroraAsync(dora.Pagina)).LigarAsync(Cliente.Atende);
        await janela.EstaAsync("Sem ramal");
        Assert.Single(await Simulador.LigacoesAsync("1003", Inicio));
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task Ramais_and_their_test_have_no_barrier_that_axe_knows(ColorScheme tema) => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Admin, tema);
        var pagina = sessao.Pagina;
        var ramais = new RamaisPagina(pagina);
        await ramais.AbrirAsync();
        await Expect(pagina.GetByRole(AriaRole.Table, new() { Name = "Ramais na API4COM" })).ToBeVisibleAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "ramais of the organization");
        await ramais.Linha(Pessoa.Bruno).GetByRole(AriaRole.Link, new() { Name = "Trocar" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Dialog).GetByLabel("Pessoa")).ToBeVisibleAsync();
        await AccessibilityTests.SemBarreirasAsync(pagina, "replacing a ramal");
        await pagina.Keyboard.PressAsync("Escape");

        var ramal = new RamalPagina(pagina);
        await ramal.AbrirAsync();
        await ramal.PreencherAsync("1004", "aurora.simulador", "senha-errada");
        await ramal.TestarAsync("Registro", "A senha do ramal foi recusada");
        await AccessibilityTests.SemBarreirasAsync(pagina, "a test that failed");
    });

    // Dora is of two organizations.
    private static async Task<QuadroPagina> EntrarNaAuroraAsync(IPage pagina)
    {
        await pagina.GotoAsync("/o/aurora/oportunidades");
        var quadro = new QuadroPagina(pagina);
        var entrar = pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true });
        await Expect(quadro.Titulo.Or(entrar)).ToBeVisibleAsync();
        if (await entrar.IsVisibleAsync())
        {
            await pagina.GetByLabel("E-mail").FillAsync(Pessoa.Dora);
            await pagina.GetByLabel("Senha").FillAsync(CrmVoip.Hosting.Demonstracao.Elenco.Senha);
            await entrar.ClickAsync();
        }

        await quadro.EsperarAsync();
        return quadro;
    }

    private async Task<RamalPagina> AbrirRamalAsync(string? roteiro = null)
    {
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(await Ambiente.CookiesAsync(Pessoa.Bruno)));
        if (roteiro is not null)
        {
            await sessao.Contexto.AddInitScriptAsync(roteiro);
        }

        return await AbrirRamalAsync(sessao);
    }

    private static async Task<RamalPagina> AbrirRamalAsync(Sessao sessao)
    {
        await QuadroAsync(sessao.Pagina);
        var ramal = new RamalPagina(sessao.Pagina);
        await ramal.AbrirAsync();
        return ramal;
    }
}
