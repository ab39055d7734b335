using System.Net;
using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Contatos;

/// <summary>Several telephones a person: which one is dialled, found by, and never called again.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class TelefonesTests(AplicacaoFixture app)
{
    private const string Um = "+5511960000001";
    private const string Dois = "+551130000002";

    [Fact]
    public async Task Second_number_is_added_found_and_becomes_the_main_one()
    {
        var cena = await CenaAsync();
        using var cliente = cena.Cliente;

        var pagina = await IncluirAsync(cena, "11 3000-0002 ramal 23");

        Assert.Equal(["Celular", "Trabalho"], pagina.QuerySelectorAll(".telefones__linha > .fraco").Select(t => t.TextContent));
        Assert.Equal([Um, Dois], Ligaveis(pagina));
        Assert.Equal(Um, await DiscadoAsync(cena));
        Assert.NotNull((await cliente.PaginaAsync("/busca?q=0002")).QuerySelector($"#contato-{cena.ContatoId}"));

        await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Dois)}/principal");

        Assert.Equal(Dois, await DiscadoAsync(cena));
        Assert.Equal(Dois, (await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligar]")!.GetAttribute("data-ligar"));
        Assert.NotNull((await cliente.PaginaAsync("/busca?q=96000-0001")).QuerySelector($"#contato-{cena.ContatoId}"));
    }

    [Fact]
    public async Task Wrong_main_number_leaves_the_icon_to_the_next_one_and_the_last_one_to_nobody()
    {
        var cena = await CenaAsync();
        using var cliente = cena.Cliente;
        await IncluirAsync(cena, Dois);

        await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Um)}/errado");
        Assert.Equal(Dois, await DiscadoAsync(cena));
        await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Dois)}/errado");

        Assert.Null(await DiscadoAsync(cena));
        Assert.Null((await cliente.PaginaAsync("/oportunidades")).QuerySelector(".cartao [data-ligar]"));
        Assert.Contains("Nenhum para ligar", (await cliente.PaginaAsync("/contatos")).QuerySelector(".contatos__telefone")!.TextContent, StringComparison.Ordinal);
        await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Um)}/certo");
        Assert.Equal(Um, await DiscadoAsync(cena));
    }

    [Theory]
    [InlineData("", "Digite o número.")]
    [InlineData("11 6000-0009", "Falta o nono dígito? Seria (11) 96000-0009.")]
    [InlineData("96000-0009", "Falta o DDD, como em (11) 96123-4567.")]
    [InlineData("não tem", "Confira o telefone: DDD e número, como (11) 96123-4567.")]
    [InlineData("(11) 96000-0001", "Este contato já tem este telefone.")]
    public async Task What_is_no_new_number_is_refused_at_its_field_and_stays_typed(string numero, string motivo)
    {
        var cena = await CenaAsync();
        using var cliente = cena.Cliente;

        foreach (var (endereco, campo) in new[] { (cena.Telefones, "Numero"), ($"{cena.Telefones}/{(await OutroAsync(cena)):D}", null) })
        {
            var resposta = await cliente.FormAsync(endereco, ("Numero", numero), ("Tipo", "Casa"));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
            var pagina = await ClienteDeTeste.PaginaAsync(resposta);
            var entrada = pagina.QuerySelector(campo is null ? "[id^='numero-'][aria-invalid]" : "#Numero")!;
            Assert.Equal((numero, motivo), (entrada.GetAttribute("value") ?? "", entrada.ParentElement!.QuerySelector(".campo__erro")!.TextContent));
            Assert.True(entrada.Closest("details")!.HasAttribute("open"));
        }
    }

    [Fact]
    public async Task Corrected_number_is_what_is_dialled_and_the_timeline_tells_of_it()
    {
        var cena = await CenaAsync();
        using var cliente = cena.Cliente;

        var resposta = await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Um)}", ("Numero", "(11) 96000-0005"), ("Tipo", "Casa"));

        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        Assert.Equal("+5511960000005", await DiscadoAsync(cena));
        Assert.Contains("Alterou o telefone (11) 96000-0001 para (11) 96000-0005", (await cliente.PaginaAsync($"/contatos/{cena.ContatoId}/historico")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+5511960000001")]
    [InlineData("11 96000-0001")]
    [InlineData("551160000001")]
    public async Task Number_that_asked_not_to_be_called_is_called_by_nobody_from_nowhere(string numero)
    {
        var cena = await CenaAsync(comRamal: true);
        using var cliente = cena.Cliente;
        await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Um)}/nao-ligar");
        var colega = await cena.Ana.Organizacao.PessoaAsync(Papel.Administrador);
        await colega.ComRamalAsync("1002");
        using var dele = await colega.EntrarAsync();

        foreach (var (quem, corpo) in new (ClienteDeTeste, object)[]
        {
            (cliente, new { id = Guid.NewGuid(), numero }),
            (cliente, new { id = Guid.NewGuid(), numero, contatoId = cena.ContatoId, oportunidadeId = cena.OportunidadeId }),
            (dele, new { id = Guid.NewGuid(), numero }),
        })
        {
            var resposta = await quem.PostAsync("/ligacoes", corpo);
            if (NumeroDeTelefone.Ler(numero) is null)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
                continue;
            }

            Assert.Equal((HttpStatusCode.UnprocessableEntity, "nao_ligar"), (resposta.StatusCode, (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString()));
        }

        Assert.Equal(0, await cena.Ana.Organizacao.ComDbAsync(db => db.Ligacoes.CountAsync()));
    }

    [Fact]
    public async Task Number_that_asked_not_to_be_called_asked_it_for_every_contact_that_has_it_or_gets_it()
    {
        var cena = await CenaAsync();
        using var cliente = cena.Cliente;
        var (zilda, antiga) = (new Contato(cena.Ana.Organizacao.Id, "Zilda"), Guid.NewGuid());
        zilda.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler(Um));
        await cena.Ana.Organizacao.SalvarAsync(zilda);
        await app.Banco.ExecutarAsync(
            $"insert into contatos (organizacao_id, id, nome, telefone, telefone_texto, criado_em) values ('{cena.Ana.Organizacao.Id}', '{antiga}', 'Antiga', '{Um}', '11 96000-0001', now())");

        await cliente.FormAsync($"{cena.Telefones}/{await IdAsync(cena, Um)}/nao-ligar");
        await cliente.FormAsync("/contatos/criar", ("Nome", "Nova"), ("Telefone", "11 96000-0001 / 11 3000-0009"), ("MesmoAssim", "true"));

        var discados = await cena.Ana.Organizacao.ComDbAsync(db => db.Contatos.OrderBy(c => c.Nome).Select(c => new { c.Nome, c.Telefone }).ToListAsync());
        Assert.Equal([("Antiga", null), ("Marina Alves", null), ("Nova", "+551130000009"), ("Zilda", null)], discados.Select(d => (d.Nome, d.Telefone)));
    }

    [Fact]
    public async Task Only_an_administrador_lifts_it_and_the_record_tells_of_both()
    {
        var cena = await CenaAsync();
        using var cliente = cena.Cliente;
        var id = await IdAsync(cena, Um);
        await cliente.FormAsync($"{cena.Telefones}/{id}/nao-ligar");
        using var gestor = await (await cena.Ana.Organizacao.PessoaAsync(Papel.Gestor)).EntrarAsync();
        using var admin = await (await cena.Ana.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();

        foreach (var quem in new[] { cliente, gestor })
        {
            Assert.NotEqual(HttpStatusCode.Redirect, (await quem.FormAsync($"{cena.Telefones}/{id}/liberar")).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await quem.FormAsync($"{cena.Telefones}/{id}/remover")).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await quem.FormAsync($"{cena.Telefones}/{id}", ("Numero", "11 96000-0008"))).StatusCode);
        }

        Assert.Null(await DiscadoAsync(cena));
        Assert.Null((await cliente.PaginaAsync($"/contatos/{cena.ContatoId}")).QuerySelector("form[action$='/liberar']"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.FormAsync($"{cena.Telefones}/{id}/liberar")).StatusCode);
        Assert.Equal(Um, await DiscadoAsync(cena));
        var auditoria = (await admin.PaginaAsync("/auditoria?assunto=contatos")).QuerySelector("#registros")!.TextContent;
        Assert.Contains("Marcou (11) 96000-0001 como “não ligar”", auditoria, StringComparison.Ordinal);
        Assert.Contains("Liberou ligações para (11) 96000-0001", auditoria, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_of_the_version_before_get_their_rows_once_whatever_they_hold()
    {
        var ana = await (await app.CriarOrganizacaoAsync()).PessoaAsync();
        var organizacao = ana.Organizacao.Id;
        foreach (var (nome, telefone, texto) in new[]
        {
            ("a", "'+5511960000001'", "'(11) 96000-0001'"), ("b", "'+5511960000002'", "'11 960000002/11 30000003'"), ("c", "null", "'ligar à tarde'"),
            ("d", "null", "null"), ("e", "'+551130000004'", "'(11) 3000-0004 ramal 7'"), ("f", "'+5511960000006'", "null"),
        })
        {
            await app.Banco.ExecutarAsync(
                $"insert into contatos (organizacao_id, id, nome, telefone, telefone_texto, criado_em) values ('{organizacao}', gen_random_uuid(), '{nome}', {telefone}, {texto}, now())");
        }

        var antes = await LerAsync(ana);
        using var cliente = await ana.EntrarAsync();
        var daFicha = (await cliente.PaginaAsync($"/contatos/{antes[1].Id}")).QuerySelectorAll(".telefones__item summary[id]").Select(s => s.Id).ToList();
        for (var vez = 0; vez < 2; vez++)
        {
            await ana.Organizacao.ComServicoAsync<PreencherTelefones>(p => p.TudoAsync(CancellationToken.None));
        }

        Assert.Equal(antes, await LerAsync(ana));
        var linhas = await ana.Organizacao.ComDbAsync(db => db.TelefonesDoContato.OrderBy(t => t.Texto).Select(t => new { t.Id, t.Numero, t.Texto, t.Principal }).ToListAsync());
        Assert.Equal(
            [
                ("+551130000003", "(11) 3000-0003", false), ("+551130000004", "(11) 3000-0004 ramal 7", true), ("+5511960000001", "(11) 96000-0001", true),
                ("+5511960000002", "(11) 96000-0002", true), ("+5511960000006", "(11) 96000-0006", true), (null, "ligar à tarde", true),
            ],
            linhas.Select(l => (l.Numero, l.Texto, l.Principal)).OrderBy(l => l.Numero is null).ThenBy(l => l.Numero, StringComparer.Ordinal));
        Assert.Equal(daFicha, linhas.Where(l => l.Numero is "+5511960000002" or "+551130000003").OrderBy(l => !l.Principal).Select(l => $"telefone-{l.Id}"));
        Assert.False(await ana.Organizacao.ComDbAsync(db => db.Contatos.AnyAsync(c => !c.TelefonesProntos)));
    }

    [Fact]
    public async Task Call_from_outside_is_of_the_contact_whichever_of_its_numbers_it_came_from()
    {
        var cena = await CenaAsync(comRamal: true);
        using var cliente = cena.Cliente;
        await IncluirAsync(cena, Dois);
        var id = Guid.NewGuid();

        await cliente.PostAsync("/ligacoes", new { id, numero = Dois });

        Assert.Equal(
            (cena.ContatoId, cena.OportunidadeId),
            await cena.Ana.Organizacao.ComDbAsync(async db => await db.Ligacoes.Where(l => l.Id == id).Select(l => new { l.ContatoId, l.OportunidadeId }).SingleAsync() is var l ? (l.ContatoId, l.OportunidadeId) : default));
    }

    [Fact]
    public async Task Call_from_the_list_of_contacts_belongs_to_the_only_open_deal_of_the_contact()
    {
        var cena = await CenaAsync(comRamal: true);
        using var cliente = cena.Cliente;
        var id = Guid.NewGuid();

        await cliente.PostAsync("/ligacoes", new { id, numero = Um, contatoId = cena.ContatoId });

        Assert.Equal(cena.OportunidadeId, await cena.Ana.Organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.Id == id).Select(l => l.OportunidadeId).SingleAsync()));
    }

    private async Task<Cena> CenaAsync(bool comRamal = false)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var ana = await organizacao.PessoaAsync();
        if (comRamal)
        {
            await organizacao.ConectarAsync();
            await ana.ComRamalAsync();
        }

        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        return new Cena(ana, funil.Oportunidades[0].ContatoId, funil.Oportunidades[0].Id, await ana.EntrarAsync());
    }

    // Without a script the sheet comes anew.
    private static async Task<IHtmlDocument> IncluirAsync(Cena cena, string numero)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await cena.Cliente.FormAsync(cena.Telefones, ("Numero", numero), ("Tipo", ""))).StatusCode);
        return await cena.Cliente.PaginaAsync($"/contatos/{cena.ContatoId}");
    }

    private static async Task<Guid> OutroAsync(Cena cena)
    {
        await IncluirAsync(cena, "(11) 96000-0077");
        return await IdAsync(cena, "+5511960000077");
    }

    private static IEnumerable<string?> Ligaveis(IHtmlDocument pagina) => pagina.QuerySelectorAll("#telefones [data-ligar]").Select(b => b.GetAttribute("data-numero"));

    private static Task<Guid> IdAsync(Cena cena, string numero) =>
        cena.Ana.Organizacao.ComDbAsync(db => db.TelefonesDoContato.Where(t => t.ContatoId == cena.ContatoId && t.Numero == numero).Select(t => t.Id).SingleAsync());

    private static Task<string?> DiscadoAsync(Cena cena) => cena.Ana.Organizacao.ComDbAsync(db => db.Contatos.Where(c => c.Id == cena.ContatoId).Select(c => c.Telefone).SingleAsync());

    private static Task<List<(Guid Id, string? Telefone, string? Texto)>> LerAsync(PessoaDeTeste ana) => ana.Organizacao.ComDbAsync(async db =>
        (await db.Contatos.OrderBy(c => c.Nome).Select(c => new { c.Id, c.Nome, c.Telefone }).ToListAsync()).ConvertAll(c => (c.Id, c.Telefone, (string?)c.Nome)));

    private sealed record Cena(PessoaDeTeste Ana, Guid ContatoId, Guid OportunidadeId, ClienteDeTeste Cliente)
    {
        public string Telefones => $"/contatos/{ContatoId}/telefones";
    }
}
