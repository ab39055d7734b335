using System.Net;
using System.Net.Sockets;
using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using CrmVoip.Hosting.Demonstracao;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

/// <summary>/conexoes in an organization of its own, which starts without a connection.</summary>
public sealed class ConnectionTests(Ambiente ambiente) : Jornada(ambiente)
{
    private const string Administradora = "dora@aurora.example";
    private const string Token = "simulador-token-boreal";

    private string ApiDoSimulador => $"{Simulador.Endereco.GetLeftPart(UriPartial.Authority)}/api/v1";

    [Fact]
    public Task Each_way_a_connection_fails_is_said_in_plain_words() => ComProvasAsync(async () =>
    {
        await using var site = await ProvedorFalso.IniciarAsync(c =>
        {
            c.Response.ContentType = "text/html";
            return c.Response.WriteAsync("<!doctype html><h1>Bem-vindo</h1>");
        });
        await using var mudo = await ProvedorFalso.IniciarAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        var (_, conexoes) = await EntrarNaNovaAsync();
        await conexoes.AbrirAsync("Conectar");
        await Expect(conexoes.Dialogo.GetByLabel("URL base da API")).ToHaveValueAsync("https://api.api4com.com/api/v1");

        await conexoes.TestarAsync("", "Informe o token", ApiDoSimulador);
        await conexoes.TestarAsync("simulador-token-invalido", "Token recusado");
        await conexoes.TestarAsync("simulador-token-sem-permissao", "não tem permissão");
        await conexoes.TestarAsync("t", "Endereço não permitido", "https://10.0.0.1/api/v1");
        await conexoes.TestarAsync("t", "Endereço não permitido", "https://192.168.0.10/api/v1");
        await conexoes.TestarAsync("t", "Endereço inalcançável", $"http://127.0.0.1:{PortaFechada()}/api/v1");
        await conexoes.TestarAsync("t", "Resposta inesperada", site.BaseUrl);
        await conexoes.TestarAsync("t", "Tempo esgotado", mudo.BaseUrl);
        await conexoes.TestarAsync("simulador-token-usuario", "não é administrador", ApiDoSimulador);
        await conexoes.TestarAsync(Token, "Conexão aceita. Domínio SIP: boreal.simulador. 3 ramais. Token de Admin Boreal, administrador.");
    });

    [Fact]
    public Task A_connection_is_edited_breaks_is_mended_and_taken_apart() => ComProvasAsync(async () =>
    {
        var (sessao, conexoes) = await EntrarNaNovaAsync();
        await conexoes.AbrirAsync("Conectar");
        await conexoes.TestarAsync(Token, "Conexão aceita", ApiDoSimulador);
        await conexoes.SalvarAsync();
        await Expect(conexoes.Cartao).ToContainTextAsync("Conectada");
        await Expect(conexoes.Cartao).ToContainTextAsync($"termina em {Token[^4..]}");

        await EditarAvancadoAsync(conexoes);

        await Simulador.RevogarTokenAsync(Token);
        await AbrirSecaoAsync(sessao, "Meu ramal");
        await AbrirSecaoAsync(sessao, "Conexões");
        await Expect(conexoes.Faixa).ToBeVisibleAsync();
        await Expect(conexoes.Cartao).ToContainTextAsync("Com erro desde");
        await Expect(conexoes.Cartao).ToContainTextAsync("Token recusado");
        await AbrirSecaoAsync(sessao, "Meu ramal");
        await conexoes.Faixa.GetByRole(AriaRole.Link, new() { Name = "Ver a conexão" }).ClickAsync();

        await Simulador.CessarFalhasAsync();
        await conexoes.TestarSalvaAsync();
        await Expect(conexoes.Faixa).ToBeHiddenAsync();
        await Expect(conexoes.Cartao).ToHaveAttributeAsync("data-estado", "ativa");
        await Expect(conexoes.Cartao).ToContainTextAsync("por Dora Nascimento");

        await conexoes.AbrirAsync("Desconectar");
        await Expect(conexoes.Dialogo).ToContainTextAsync("Ninguém da organização consegue mais ligar");
        await conexoes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Cancelar" }).ClickAsync();
        await Expect(conexoes.Cartao).ToContainTextAsync("Conectada");
        await conexoes.AbrirAsync("Desconectar");
        await conexoes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Desconectar" }).ClickAsync();
        await Expect(conexoes.Cartao).ToContainTextAsync("Não conectada");
        await Expect(conexoes.Cartao.GetByRole(AriaRole.Link, new() { Name = "Conectar", Exact = true })).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public Task The_dialog_has_no_barrier_that_axe_knows(ColorScheme tema) => ComProvasAsync(async () =>
    {
        var (sessao, conexoes) = await EntrarNaNovaAsync(tema);
        await conexoes.AbrirAsync("Conectar");
        await conexoes.AbrirAvancadoAsync();
        await conexoes.PreencherAsync("Servidores ICE", "nada disso");
        await conexoes.TestarAsync("simulador-token-usuario", "não é administrador", ApiDoSimulador);
        await conexoes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(conexoes.Dialogo.GetByLabel("Servidores ICE")).ToHaveAttributeAsync("aria-invalid", "true");

        Barreiras.Conferir("ICE servers, refused", await sessao.Pagina.BarreirasAsync());
    });

    [Fact]
    public Task Stun_and_turn_servers_reach_the_browsers_connection() => ComProvasAsync(async () =>
    {
        const string turn = "turn:127.0.0.1:9?transport=udp";
        var (admin, _) = await EntrarAsync(Pessoa.Admin);
        var conexoes = new ConexoesPagina(admin.Pagina);
        await conexoes.EditarAsync();
        await conexoes.AbrirAvancadoAsync();
        await conexoes.PreencherAsync("Servidores ICE", $"stun:127.0.0.1:9\n{turn}");
        await conexoes.PreencherAsync("Usuário TURN", "aurora");
        await conexoes.PreencherAsync("Senha TURN", "senha-do-turn");
        await conexoes.SalvarAsync();
        try
        {
            var (sessao, quadro) = await EntrarAsync(Pessoa.Ana);
            var (janela, _) = await FalarAsync(quadro, "1001");

            var servidores = await new Escuta(sessao.Pagina).ServidoresIceAsync();
            Assert.Contains("stun:127.0.0.1:9", servidores, StringComparison.Ordinal);
            Assert.Contains(turn, servidores, StringComparison.Ordinal);
            Assert.Contains("\"credential\":\"senha-do-turn\"", servidores, StringComparison.Ordinal);
            await janela.DesligarAsync();
        }
        finally
        {
            await Ambiente.Banco.ValorAsync<long>(
                "with limpa as (update integracoes set ice_servers = '{}', turn_usuario = null, turn_senha = null returning 1) select count(*) from limpa");
        }
    });

    private static async Task EditarAvancadoAsync(ConexoesPagina conexoes)
    {
        await conexoes.EditarAsync();
        await conexoes.AbrirAvancadoAsync();
        await Expect(conexoes.Dialogo.GetByLabel("Domínio SIP")).ToHaveValueAsync("boreal.simulador");
        await conexoes.PreencherAsync("Servidores ICE", "turn:turn.example.com");
        await conexoes.Dialogo.GetByRole(AriaRole.Button, new() { Name = "Salvar" }).ClickAsync();
        await Expect(conexoes.Dialogo.GetByText("Informe o usuário do servidor TURN.")).ToBeVisibleAsync();
        await Expect(conexoes.Dialogo.GetByLabel("Servidores ICE")).ToHaveValueAsync("turn:turn.example.com");
        await conexoes.PreencherAsync("Servidores ICE", "stun:stun.example.com:3478");
        await conexoes.Dialogo.GetByLabel("Pela API4COM").CheckAsync();
        await conexoes.SalvarAsync();
        await Expect(conexoes.Cartao).ToContainTextAsync("Pela API4COM");
    }

    private static async Task AbrirSecaoAsync(Sessao sessao, string secao)
    {
        await sessao.Pagina.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = secao }).ClickAsync();
        await Expect(sessao.Pagina.GetByRole(AriaRole.Heading, new() { Name = secao, Level = 1 })).ToBeVisibleAsync();
    }

    private static int PortaFechada()
    {
        using var escuta = new TcpListener(IPAddress.Loopback, 0);
        escuta.Start();
        return ((IPEndPoint)escuta.LocalEndpoint).Port;
    }

    private async Task<(Sessao Sessao, ConexoesPagina Conexoes)> EntrarNaNovaAsync(ColorScheme tema = ColorScheme.Light)
    {
        var slug = await CriarOrganizacaoAsync();
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(null, tema));
        await sessao.Pagina.GotoAsync($"/conta/entrar?ReturnUrl=/o/{slug}/conexoes");
        await sessao.Pagina.GetByLabel("E-mail").FillAsync(Administradora);
        await sessao.Pagina.GetByLabel("Senha").FillAsync(Elenco.Senha);
        await sessao.Pagina.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        await Expect(sessao.Pagina.GetByRole(AriaRole.Heading, new() { Name = "Conexões", Level = 1 })).ToBeVisibleAsync();
        return (sessao, new ConexoesPagina(sessao.Pagina));
    }

    // Somebody who chooses an organization at sign-in anyway: one more disturbs no other journey.
    private async Task<string> CriarOrganizacaoAsync()
    {
        var slug = $"conexao-{Guid.NewGuid():N}"[..20];
        await Ambiente.Banco.ValorAsync<long>(
            """
            with nova as (
                insert into organizacoes (id, slug, nome, fuso_horario, ativa, criada_em)
                values (gen_random_uuid(), $1, 'Conexão Teste', 'America/Sao_Paulo', true, now()) returning id),
            membro as (
                insert into membros (organizacao_id, usuario_id, nome, email, papel, ativo, criado_em)
                select nova.id, m.usuario_id, m.nome, m.email, 'administrador', true, now()
                from nova, (select usuario_id, nome, email from membros where email = $2 limit 1) m
                returning 1)
            select count(*) from membro
            """,
            slug, Administradora);
        return slug;
    }
}
