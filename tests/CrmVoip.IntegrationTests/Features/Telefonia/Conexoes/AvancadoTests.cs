using System.Net;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Conexoes;

/// <summary>"Avançado": what the provider reveals, and what the administrador makes of it.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AvancadoTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    [Fact]
    public async Task Fields_left_empty_are_filled_by_the_provider_and_shown_afterwards()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        await SalvarAsync(cliente, SimuladorDeTeste.Token);

        var pagina = await cliente.PaginaAsync("/conexoes/api4com");
        Assert.Equal(SimuladorDeTeste.Dominio, pagina.QuerySelector("#SipDomain")!.GetAttribute("value"));
        Assert.EndsWith("/sip", pagina.QuerySelector("#WssUrl")!.GetAttribute("value"));
        Assert.True(pagina.QuerySelector("input[name=Modo][value=Sip]")!.HasAttribute("checked"));
        Assert.False(pagina.QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task What_was_edited_stays_when_the_connection_is_saved_and_tested_again()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        await SalvarAsync(cliente, SimuladorDeTeste.Token);

        await SalvarAsync(cliente, "", ("SipDomain", "Meu.Dominio.Example"), ("WssUrl", "wss://meu.dominio.example:7443/ws"), ("Modo", "Dialer"));
        await cliente.FormAsync("/conexoes/api4com/testar");

        var salva = await LerAsync(pessoa);
        Assert.Equal(("meu.dominio.example", "wss://meu.dominio.example:7443/ws"), (salva.SipDomain, salva.WssUrl));
        Assert.Equal(ModoDeDiscagem.Dialer, salva.ModoDeDiscagem);
        Assert.Contains("wss://meu.dominio.example:7443", Politica(await cliente.GetAsync("/conexoes")), StringComparison.Ordinal);
        Assert.DoesNotContain("7443/ws", Politica(await cliente.GetAsync("/conexoes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Domain_typed_alone_brings_its_own_socket_address()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        await SalvarAsync(cliente, SimuladorDeTeste.Token, ("SipDomain", "outra.api4com.com"));

        Assert.Equal("wss://outra.api4com.com:6443", (await LerAsync(pessoa)).WssUrl);
    }

    [Fact]
    public async Task New_token_takes_what_the_former_account_revealed_with_it()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        await SalvarAsync(cliente, SimuladorDeTeste.Token);
        var antes = await LerAsync(pessoa);

        await SalvarAsync(cliente, "simulador-token-boreal", ("SipDomain", antes.SipDomain!), ("WssUrl", antes.WssUrl!));

        Assert.Equal("boreal.simulador", (await LerAsync(pessoa)).SipDomain);
    }

    [Theory]
    [InlineData(SimuladorDeTeste.Token)]
    [InlineData("simulador-token-boreal")]
    public async Task New_token_leaves_what_a_person_typed(string token)
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        (string, string)[] digitado = [("SipDomain", "sip.empresa.example"), ("WssUrl", "wss://sip.empresa.example:7443/ws")];
        await SalvarAsync(cliente, SimuladorDeTeste.Token, digitado);

        await SalvarAsync(cliente, token, digitado);

        var salva = await LerAsync(pessoa);
        Assert.Equal(("sip.empresa.example", "wss://sip.empresa.example:7443/ws"), (salva.SipDomain, salva.WssUrl));
        Assert.Equal(token == SimuladorDeTeste.Token ? SimuladorDeTeste.Dominio : "boreal.simulador", salva.DominioDaConta);
    }

    [Fact]
    public async Task What_was_typed_before_the_account_was_remembered_apart_is_told_by_its_domain()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        await pessoa.Organizacao.ConectarAsync(simulador.BaseUrl, SimuladorDeTeste.Token, "antiga.api4com.com");
        await SalvarAsync(cliente, SimuladorDeTeste.Token, ("SipDomain", "antiga.api4com.com"), ("WssUrl", "wss://antiga.api4com.com:6443"));

        var salva = await LerAsync(pessoa);
        Assert.Equal(SimuladorDeTeste.Dominio, salva.SipDomain);
        Assert.EndsWith("/sip", salva.WssUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_address_that_is_emptied_gives_way_to_the_account_s()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        await SalvarAsync(cliente, SimuladorDeTeste.Token, ("SipDomain", "sip.empresa.example"));

        await SalvarAsync(cliente, "", ("SipDomain", ""), ("WssUrl", "wss://sip.empresa.example:6443"));

        var salva = await LerAsync(pessoa);
        Assert.Equal(SimuladorDeTeste.Dominio, salva.SipDomain);
        Assert.EndsWith("/sip", salva.WssUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_password_is_sealed_never_shown_and_kept_when_left_empty()
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();
        (string, string)[] ice = [("IceServers", "stun:stun.example.com:3478\r\nturn:turn.example.com?transport=tcp"), ("TurnUsuario", "aurora")];

        await SalvarAsync(cliente, SimuladorDeTeste.Token, [.. ice, ("TurnSenha", "senha-do-turn")]);
        var primeira = (await LerAsync(pessoa)).TurnSenha;
        await SalvarAsync(cliente, "", ice);

        var salva = await LerAsync(pessoa);
        Assert.StartsWith("v1:", primeira, StringComparison.Ordinal);
        Assert.Equal(primeira, salva.TurnSenha);
        Assert.Equal(["stun:stun.example.com:3478", "turn:turn.example.com?transport=tcp"], salva.IceServers);
        var html = (await cliente.PaginaAsync("/conexoes/api4com")).DocumentElement.OuterHtml;
        Assert.DoesNotContain("senha-do-turn", html, StringComparison.Ordinal);
        Assert.Contains("Guardada. Deixe em branco para manter.", html, StringComparison.Ordinal);

        await SalvarAsync(cliente, "", ("IceServers", "stun:stun.example.com"));
        salva = await LerAsync(pessoa);
        Assert.Null(salva.TurnSenha);
        Assert.Null(salva.TurnUsuario);
    }

    [Fact]
    public async Task Ice_servers_reach_the_phone_through_its_credentials_with_the_turn_password_opened()
    {
        var pessoa = await AdministradorAsync();
        await pessoa.ComRamalAsync("1004", "ramal-1004-aurora", SimuladorDeTeste.Dominio);
        using var cliente = await pessoa.EntrarAsync();
        await SalvarAsync(
            cliente, SimuladorDeTeste.Token,
            ("IceServers", "stun:stun.example.com\nturns:turn.example.com:443"), ("TurnUsuario", "aurora"), ("TurnSenha", "senha-do-turn"));

        var ice = (await ClienteDeTeste.LerAsync(await cliente.PostAsync("/telefonia/credenciais"))).GetProperty("iceServers");

        Assert.Equal("""[{"urls":"stun:stun.example.com"},{"urls":"turns:turn.example.com:443","username":"aurora","credential":"senha-do-turn"}]""", ice.GetRawText());
    }

    [Theory]
    [InlineData("SipDomain", "acme.com/x", "SipDomain", "Informe só o domínio")]
    [InlineData("SipDomain", "acme.com; script-src *", "SipDomain", "Informe só o domínio")]
    [InlineData("WssUrl", "https://acme.com", "WssUrl", "Use um endereço como wss://")]
    [InlineData("WssUrl", "wss://acme.com; script-src *", "WssUrl", "Use um endereço como wss://")]
    [InlineData("WssUrl", "wss://user:pass@acme.com", "WssUrl", "Use um endereço como wss://")]
    [InlineData("IceServers", "http://stun.example.com", "IceServers", "não é um servidor ICE")]
    [InlineData("IceServers", "stun:a\nstun:b\nstun:c\nstun:d\nstun:e\nstun:f", "IceServers", "Use até 5 servidores")]
    [InlineData("IceServers", "turn:turn.example.com", "TurnUsuario", "Informe o usuário")]
    [InlineData("IceServers", "turn:turn.example.com", "TurnSenha", "Informe a senha")]
    public async Task What_is_wrong_is_said_at_the_field_in_the_open_section_and_nothing_typed_is_lost(
        string campo, string valor, string comErro, string mensagem)
    {
        var pessoa = await AdministradorAsync();
        using var cliente = await pessoa.EntrarAsync();

        var resposta = await SalvarAsync(cliente, SimuladorDeTeste.Token, (campo, valor));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains(mensagem, pagina.QuerySelector($"#{comErro}-erro")!.TextContent, StringComparison.Ordinal);
        Assert.True(pagina.QuerySelector("details")!.HasAttribute("open"));
        var entrada = pagina.QuerySelector($"#{campo}")!;
        Assert.Equal(valor, entrada.GetAttribute("value") ?? entrada.TextContent.TrimStart('\n'));
        Assert.False(await pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AnyAsync()));
    }

    [Fact]
    public async Task Without_the_operators_word_plain_ws_and_this_machine_are_refused()
    {
        await using var rigorosa = app.OutraInstancia(("Crm:PermitirProvedorLocal", "false"));
        var pessoa = await AdministradorAsync();
        using var cliente = new ClienteDeTeste(rigorosa.CreateClient(new() { AllowAutoRedirect = false }), pessoa.Organizacao.Base);
        await cliente.EntrarAsync(pessoa.Email, PessoaDeTeste.Senha);

        foreach (var (campo, valor) in new[] { ("WssUrl", "ws://acme.api4com.com"), ("WssUrl", "wss://127.0.0.1:6443"), ("WssUrl", "wss://localhost"), ("SipDomain", "localhost") })
        {
            var resposta = await cliente.FormAsync("/conexoes/api4com", ("Token", "t"), ("BaseUrl", "https://api.api4com.com/api/v1"), (campo, valor));
            var pagina = await ClienteDeTeste.PaginaAsync(resposta);
            Assert.False(string.IsNullOrEmpty(pagina.QuerySelector($"#{campo}-erro")!.TextContent), valor);
        }
    }

    private static string Politica(HttpResponseMessage resposta) => resposta.Headers.GetValues("Content-Security-Policy").Single();

    private static Task<Integracao> LerAsync(PessoaDeTeste pessoa) => pessoa.Organizacao.ComDbAsync(db => db.Integracoes.AsNoTracking().SingleAsync());

    private Task<HttpResponseMessage> SalvarAsync(ClienteDeTeste cliente, string token, params (string Campo, string Valor)[] outros) =>
        cliente.FormAsync(
            "/conexoes/api4com", [("Token", token), ("BaseUrl", simulador.BaseUrl), .. outros.Select(o => (o.Campo, (string?)o.Valor))]);

    private async Task<PessoaDeTeste> AdministradorAsync() => await (await app.CriarOrganizacaoAsync()).PessoaAsync(Papel.Administrador);
}
