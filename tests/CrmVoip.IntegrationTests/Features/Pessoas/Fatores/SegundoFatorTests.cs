using System.Net;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Fatores;

[Collection(AplicacaoFixture.Colecao)]
public sealed class SegundoFatorTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Is_switched_on_by_the_first_code_of_the_app_and_its_key_is_sealed_at_rest()
    {
        var (pessoa, cliente) = await PessoaAsync();
        var visitante = new Visitante(cliente.Http);
        await visitante.AbrirAsync("/conta/seguranca/duas-etapas");
        await visitante.ApertarAsync("Ligar");
        await visitante.AbrirAsync("/conta/seguranca/duas-etapas/ligar");
        Assert.NotNull(visitante.Pagina.QuerySelector("svg.qr path"));

        var errado = await visitante.ApertarAsync("Ligar", ("Codigo", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, errado.StatusCode);
        Assert.Contains("não confere", visitante.Pagina.QuerySelector("#Codigo-erro")!.TextContent, StringComparison.Ordinal);

        var fator = await FatorDeTeste.LigarAsync(pessoa, cliente.Http);
        Assert.Equal(CodigoDeRecuperacao.Quantos, fator.Codigos.Distinct().Count());
        var guardado = (string)(await app.Banco.LerAsync($"select segredo from autenticadores where usuario_id = '{pessoa.Id}'"))[0][0];
        Assert.DoesNotContain(fator.Segredo, guardado, StringComparison.Ordinal);
        Assert.Equal(Acoes.Conta.SegundoFatorLigado, (await AcoesAsync(pessoa))[^1]);
        Assert.Contains("Ligada", await TextoAsync(cliente, "/conta/seguranca"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await cliente.Http.GetAsync("/conta/seguranca/duas-etapas/ligar")).StatusCode);
    }

    [Fact]
    public async Task Sessions_on_other_devices_end_when_it_is_switched_on()
    {
        var (pessoa, cliente) = await PessoaAsync();
        using var outro = await pessoa.EntrarAsync();
        await FatorDeTeste.LigarAsync(pessoa, cliente.Http);
        Assert.Equal(HttpStatusCode.OK, (await cliente.GetAsync("/oportunidades")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await outro.GetAsync("/oportunidades")).StatusCode);
    }

    [Fact]
    public async Task Password_alone_opens_nothing_and_a_code_opens_once_even_for_two_at_the_same_time()
    {
        var (pessoa, fator) = await ComFatorAsync();
        using var um = app.Cliente();
        using var dois = app.Cliente();
        var primeiro = await FatorDeTeste.AteOCodigoAsync(pessoa, um);
        var segundo = await FatorDeTeste.AteOCodigoAsync(pessoa, dois);
        Assert.Equal(HttpStatusCode.Redirect, (await um.GetAsync(pessoa.Organizacao.Base + "/oportunidades")).StatusCode);

        var codigo = await fator.CodigoAsync();
        var respostas = await Task.WhenAll(primeiro.EnviarAsync("Entrar", ("Codigo", codigo)), segundo.EnviarAsync("Entrar", ("Codigo", codigo)));

        Assert.Single(respostas, r => r.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(respostas, r => r.StatusCode == HttpStatusCode.UnprocessableEntity);
        using var tres = app.Cliente();
        var depois = await (await FatorDeTeste.AteOCodigoAsync(pessoa, tres)).ApertarAsync("Entrar", ("Codigo", codigo));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, depois.StatusCode);
    }

    [Fact]
    public async Task Forty_wrong_codes_at_once_are_judged_ten_times_and_then_nobody_is_let_in()
    {
        var (pessoa, fator) = await ComFatorAsync();
        using var http = app.Cliente();
        var visitante = await FatorDeTeste.AteOCodigoAsync(pessoa, http);

        var respostas = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => visitante.EnviarAsync("Entrar", ("Codigo", fator.Errado()))));

        Assert.All(respostas, r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitante.ApertarAsync("Entrar", ("Codigo", await fator.CodigoAsync()))).StatusCode);
        Assert.Matches("Tente de novo em [45] minutos", visitante.Pagina.QuerySelector("#Codigo-erro")!.TextContent);
        var acoes = await AcoesAsync(pessoa);
        Assert.Single(acoes, a => a == Acoes.Conta.Bloqueada);
        Assert.Equal(40, acoes.Count(a => a == Acoes.Conta.Recusada));
        Assert.Equal(1 + 40, acoes.Count(a => a is Acoes.Conta.Bloqueada or Acoes.Conta.Recusada));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_however_it_is_typed_and_new_ones_end_the_old_ones()
    {
        var (pessoa, fator) = await ComFatorAsync();
        using var http = app.Cliente();
        var visitante = await FatorDeTeste.AteOCodigoAsync(pessoa, http);
        await visitante.AbrirAsync("/conta/entrar/recuperacao");
        var digitado = fator.Codigos[0].ToUpperInvariant().Replace('-', ' ');
        var dentro = await visitante.ApertarAsync("Entrar", ("Codigo", digitado));
        Assert.Equal("/conta/continuar", dentro.Headers.Location!.ToString());
        Assert.Contains(Acoes.Conta.CodigoDeRecuperacaoUsado, await AcoesAsync(pessoa));
        await visitante.AbrirAsync("/conta/seguranca/duas-etapas");
        Assert.Contains("Restam 9", visitante.Texto, StringComparison.Ordinal);
        await visitante.ApertarAsync("Gerar códigos novos");

        using var outro = app.Cliente();
        var volta = await FatorDeTeste.AteOCodigoAsync(pessoa, outro);
        await volta.AbrirAsync("/conta/entrar/recuperacao");
        foreach (var gasto in fator.Codigos.Take(2))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await volta.ApertarAsync("Entrar", ("Codigo", gasto))).StatusCode);
            Assert.Contains("já foi usado", volta.Pagina.QuerySelector("#Codigo-erro")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_remembered_device_passes_without_a_code_until_everything_is_signed_out()
    {
        var (pessoa, fator) = await ComFatorAsync();
        using var http = app.Cliente();
        var visitante = await FatorDeTeste.AteOCodigoAsync(pessoa, http);
        await visitante.ApertarAsync("Entrar", ("Codigo", await fator.CodigoAsync()), ("Lembrar", "true"));
        await visitante.AbrirAsync("/conta/organizacoes");
        await visitante.ApertarAsync("Sair");

        Assert.Equal("/conta/continuar", await SenhaAsync());
        await visitante.AbrirAsync("/conta/seguranca/sair-de-tudo");
        await visitante.ApertarAsync("Sair de todos os aparelhos");
        Assert.Equal("/conta/entrar/codigo", await SenhaAsync());

        async Task<string> SenhaAsync()
        {
            await visitante.AbrirAsync("/conta/entrar");
            return (await visitante.ApertarAsync("Entrar", ("Email", pessoa.Email), ("Senha", PessoaDeTeste.Senha))).Headers.Location!.ToString();
        }
    }

    [Fact]
    public async Task Is_switched_off_by_password_and_code_together()
    {
        var (pessoa, cliente) = await PessoaAsync();
        var fator = await FatorDeTeste.LigarAsync(pessoa, cliente.Http);
        var visitante = new Visitante(cliente.Http);
        await visitante.AbrirAsync("/conta/seguranca/duas-etapas/desligar");

        await visitante.ApertarAsync("Desligar", ("Senha", "outra senha qualquer"), ("Codigo", await fator.CodigoAsync()));
        Assert.NotEmpty(visitante.Pagina.QuerySelector("#Senha-erro")!.TextContent);
        await visitante.ApertarAsync("Desligar", ("Senha", PessoaDeTeste.Senha), ("Codigo", fator.Errado()));
        Assert.NotEmpty(visitante.Pagina.QuerySelector("#Codigo-erro")!.TextContent);
        var desligada = await visitante.ApertarAsync("Desligar", ("Senha", PessoaDeTeste.Senha), ("Codigo", await fator.CodigoAsync()));

        Assert.Equal(HttpStatusCode.Redirect, desligada.StatusCode);
        Assert.Contains(Acoes.Conta.SegundoFatorDesligado, await AcoesAsync(pessoa));
        Assert.Empty(await app.Banco.LerAsync($"select 1 from autenticadores where usuario_id = '{pessoa.Id}' union all select 1 from codigos_de_recuperacao where usuario_id = '{pessoa.Id}'"));
        using var outro = await pessoa.EntrarAsync();
        Assert.Equal(HttpStatusCode.OK, (await outro.GetAsync("/oportunidades")).StatusCode);
    }

    [Fact]
    public async Task The_operator_switches_it_off_for_who_lost_everything()
    {
        var (pessoa, _) = await ComFatorAsync();
        await using (var escopo = app.Services.CreateAsyncScope())
        {
            var operador = escopo.ServiceProvider.GetRequiredService<SegundoFatorDoOperador>();
            Assert.Equal(1, await operador.DesligarAsync("ninguem@teste.example", TextWriter.Null, CancellationToken.None));
            Assert.Equal(0, await operador.DesligarAsync(pessoa.Email, TextWriter.Null, CancellationToken.None));
        }

        using var cliente = await pessoa.EntrarAsync();
        Assert.Equal(HttpStatusCode.OK, (await cliente.GetAsync("/oportunidades")).StatusCode);
    }

    [Fact]
    public async Task Code_page_without_a_password_before_it_leads_to_the_beginning()
    {
        using var http = app.Cliente();
        Assert.Equal("/conta/entrar?ReturnUrl=%2Fx", (await http.GetAsync("/conta/entrar/codigo?ReturnUrl=/x")).Headers.Location!.ToString());
        Assert.Equal("/conta/entrar", (await http.GetAsync("/conta/entrar/recuperacao")).Headers.Location!.ToString());
    }

    private async Task<(PessoaDeTeste Pessoa, ClienteDeTeste Cliente)> PessoaAsync()
    {
        var pessoa = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        return (pessoa, await pessoa.EntrarAsync());
    }

    private async Task<(PessoaDeTeste Pessoa, FatorDeTeste Fator)> ComFatorAsync()
    {
        var (pessoa, cliente) = await PessoaAsync();
        using (cliente)
        {
            return (pessoa, await FatorDeTeste.LigarAsync(pessoa, cliente.Http));
        }
    }

    private static async Task<string> TextoAsync(ClienteDeTeste cliente, string caminho) =>
        (await ClienteDeTeste.PaginaAsync(await cliente.Http.GetAsync(caminho))).Body!.TextContent;

    private async Task<List<string>> AcoesAsync(PessoaDeTeste pessoa)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        return await db.EventosDeConta.Where(e => e.UsuarioId == pessoa.Id).OrderBy(e => e.Id).Select(e => e.Acao).ToListAsync();
    }
}
