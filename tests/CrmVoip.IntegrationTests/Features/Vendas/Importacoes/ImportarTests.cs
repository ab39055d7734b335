using System.Diagnostics;
using System.Net;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Vendas.Importacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Importacoes;

/// <summary>/importacoes: from a spreadsheet to contacts.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ImportarTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Rows_become_contacts_with_all_they_say()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var arquivo = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(
            "Cliente;Razão Social;Celular;Telefone 2;E-mail;Cidade\r\nJoão Conceição;Construção Ltda;11 96123-4567/11 3123-4567;0800 123 4567;joao@obra.example;Itu\r\n;;;;;\r\n\"Ana\r\nPaula\";;;;;\r\n");

        var id = await cena.EnviarAsync("clientes.csv", arquivo);
        var colunas = await cena.Cliente.PaginaAsync($"/importacoes/{id}");
        Assert.Equal(
            ["Nome", "Empresa", "Telefone", "Telefone", "Email", "Nenhum"],
            colunas.QuerySelectorAll("select").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")));
        Assert.Contains("João Conceição", colunas.Body!.TextContent, StringComparison.Ordinal);
        await cena.AnalisarAsync(id, "Nome Empresa Telefone Telefone Email Nenhum");
        Assert.Contains("Importar 2 contatos", (await cena.Cliente.PaginaAsync($"/importacoes/{id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await cena.ContatosAsync());
        await cena.ImportarAsync(id);

        var contatos = await cena.ContatosAsync();
        Assert.Equal(["Ana\r\nPaula", "João Conceição"], contatos.Select(c => c.Nome).Order());
        var joao = contatos.Single(c => c.Nome == "João Conceição");
        Assert.Equal(("Construção Ltda", "joao@obra.example", "+5511961234567"), (joao.Empresa, joao.Email, joao.Telefone));
        Assert.Equal(["+5511961234567", "+551131234567", "+558001234567"], joao.Numeros);
        Assert.Equal(["João Conceição"], (await cena.Cliente.PaginaAsync("/contatos?texto=conceicao")).QuerySelectorAll(".contatos__nome").Select(n => n.TextContent));
        var fatos = await cena.Organizacao.ComDbAsync(db => db.AuditLog.Where(a => a.Acao == Acoes.ContatoCriado || a.Acao == Acoes.ImportacaoConcluida).ToListAsync());
        Assert.Equal(3, fatos.Count);
        Assert.All(fatos, f => Assert.Equal(cena.Gestor.Id, f.UsuarioId));
    }

    [Fact]
    public async Task Workbook_is_imported_too()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        using var saida = new MemoryStream();
        await using (var livro = new EscritorDeXlsx(saida, "contatos"))
        {
            await livro.TitulosAsync(["Nome", "Telefone"], CancellationToken.None);
            await livro.LinhaAsync([Celula.De("=Ana"), Celula.Dinheiro(11961234567)], CancellationToken.None);
            await livro.TerminarAsync(CancellationToken.None);
        }

        var id = await cena.EnviarAsync("contatos.xlsx", saida.ToArray());
        await cena.AnalisarAsync(id, "Nome Telefone");
        await cena.ImportarAsync(id);

        var contato = Assert.Single(await cena.ContatosAsync());
        Assert.Equal(("=Ana", "+5511961234567"), (contato.Nome, contato.Telefone));
    }

    [Fact]
    public async Task Each_row_tells_its_fate_before_anything_is_made()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var rita = new Contato(cena.Organizacao.Id, "Rita Souza");
        rita.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler("+5511960000001"));
        rita.Editar(rita.Nome, null, "Rita@Sol.example");
        await cena.Organizacao.SalvarAsync(rita);

        var id = await cena.ColarAsync(
            "Nome\tTelefone\tE-mail\nNova\t11 96000-0009\t\nRita\t+55 (011) 96000-0001\t\nRita\t\trita@sol.example\nNova outra\t11 96000-0009\t\nAntigo\t11 6123-4567\t\n\t11 96000-0010\tisto não é\n");
        await cena.AnalisarAsync(id, "Nome Telefone Email");

        var linhas = await cena.LinhasAsync(id);
        Assert.Equal(
            [DestinoDaLinha.Nova, DestinoDaLinha.Repetida, DestinoDaLinha.Repetida, DestinoDaLinha.Repetida, DestinoDaLinha.Recusada, DestinoDaLinha.Recusada],
            linhas.Skip(1).Select(l => l.Destino));
        Assert.Equal([rita.Id, null], new[] { linhas[2].ContatoId, linhas[4].ContatoId });
        Assert.Equal("Repete a linha 2.", linhas[4].Motivo);
        var pagina = await cena.Cliente.PaginaAsync($"/importacoes/{id}?destino=Recusada");
        Assert.Equal(2, pagina.QuerySelectorAll("#linhas > tr").Length);
        Assert.Contains("Falta o nono dígito? Seria (11) 96123-4567.", pagina.QuerySelectorAll("#linhas > tr")[0].Children[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("Informe o nome.", pagina.QuerySelectorAll("#linhas > tr")[1].Children[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Isto não é um e-mail", pagina.QuerySelectorAll("#linhas > tr")[1].Children[4].TextContent, StringComparison.Ordinal);
        Assert.Single(await cena.ContatosAsync());

        await cena.ImportarAsync(id);
        var feita = await cena.LerAsync(id);
        Assert.Equal((1, 0, 3, 2), (feita.Criadas, feita.Completadas, feita.Puladas, feita.Recusadas));
        Assert.Equal(2, (await cena.ContatosAsync()).Count);
        var recusadas = await (await cena.Cliente.GetAsync($"/importacoes/{id}/recusadas")).Content.ReadAsStringAsync();
        Assert.Equal("Antigo;11 6123-4567;;6;Telefone: Falta o nono dígito? Seria (11) 96123-4567.", recusadas.Split("\r\n")[1]);
    }

    [Fact]
    public async Task Repeated_contacts_get_what_they_lack_and_keep_what_they_have()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var rita = new Contato(cena.Organizacao.Id, "Rita");
        rita.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler("+5511960000001"));
        rita.Editar(rita.Nome, "Sol", null);
        await cena.Organizacao.SalvarAsync(rita);

        var feita = await cena.TudoAsync(
            "Nome;Empresa;Telefone;E-mail\nRita Souza;Lua;11 96000-0001 / 11 3123-4567;rita@sol.example\nNova;;11 96000-0002;\nNova;Mar;11 96000-0002 / 11 3123-9999;\n",
            "Nome Empresa Telefone Email", LinhaRepetida.Completar);

        Assert.Equal((1, 2, 0), (feita.Criadas, feita.Completadas, feita.Puladas));
        var contatos = await cena.ContatosAsync();
        Assert.Equal(["Nova", "Rita"], contatos.Select(c => c.Nome));
        Assert.Equal(("Mar", "+5511960000002 +551131239999"), (contatos[0].Empresa, string.Join(' ', contatos[0].Numeros)));
        Assert.Equal(("Sol", "rita@sol.example", "+5511960000001 +551131234567"), (contatos[1].Empresa, contatos[1].Email, string.Join(' ', contatos[1].Numeros)));
        var fatos = await cena.Organizacao.ComDbAsync(db => db.AuditLog.Where(a => a.EntidadeId == rita.Id).ToListAsync());
        Assert.Equal([Acoes.ContatoEditado, Acoes.TelefoneIncluido], fatos.Select(f => f.Acao).Order());
        Assert.Equal(["Email"], Assert.IsType<ContatoEditado>(Atividades.Ler(Acoes.ContatoEditado, fatos.Single(f => f.Acao == Acoes.ContatoEditado).Dados)).Campos);
    }

    [Fact]
    public async Task Number_not_to_be_called_stays_so_whoever_brings_it()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var rita = new Contato(cena.Organizacao.Id, "Rita");
        rita.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler("+5511960000001"));
        rita.NaoLigarPara(["+5511960000001"], true);
        await cena.Organizacao.SalvarAsync(rita);

        await cena.TudoAsync("Nome;Telefone\nOutra;11 96000-0001\n", "Nome Telefone", LinhaRepetida.Criar);

        var outra = (await cena.ContatosAsync()).Single(c => c.Nome == "Outra");
        Assert.True(Assert.Single(outra.Telefones).NaoLigar);
        Assert.Null(outra.Telefone);
    }

    [Fact]
    public async Task Two_thousand_rows_are_soon_there_once_each()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var relogio = Stopwatch.StartNew();
        var feita = await cena.TudoAsync(CenaDaImportacao.Planilha(2_000), "Nome Empresa Telefone Email");
        Assert.Equal((2_000, 0, EstadoDaImportacao.Concluida), (feita.Criadas, feita.Recusadas, feita.Estado));
        Assert.Equal(2_000, await cena.Organizacao.ComDbAsync(db => db.Contatos.CountAsync()));
        Assert.True(relogio.Elapsed < TimeSpan.FromMinutes(2), $"{relogio.Elapsed}");
    }

    [Fact]
    public async Task Columns_are_remembered()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        await cena.TudoAsync("Quem;Onde\nAna;Sol\n", "Nome Empresa");
        var id = await cena.ColarAsync("Onde;Quem\nSol;Rui\n");
        Assert.Equal([CampoDaImportacao.Empresa, CampoDaImportacao.Nome], CamposDaImportacao.De((await cena.LerAsync(id)).Colunas));
    }

    [Fact]
    public async Task Rows_without_titles_are_all_contacts()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var id = await cena.ColarAsync("Ana;11 96000-0001\nRui;11 96000-0002\n");
        Assert.False((await cena.LerAsync(id)).TemTitulos);
        await cena.AnalisarAsync(id, "Nome Telefone", titulos: false);
        await cena.ImportarAsync(id);
        Assert.Equal(["Ana", "Rui"], (await cena.ContatosAsync()).Select(c => c.Nome));
    }

    [Theory]
    [InlineData("", "Escolha um arquivo ou cole as linhas.")]
    [InlineData(" ;;\n;\n", "Não há nenhuma linha preenchida.")]
    public async Task Nothing_is_told_at_the_field(string texto, string mensagem)
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var resposta = await cena.Cliente.FormAsync("/importacoes/criar", ("Texto", texto));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        Assert.Equal(mensagem, (await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#Texto-erro")!.TextContent);
        Assert.Equal(0, await cena.Organizacao.ComDbAsync(db => db.Importacoes.CountAsync()));
    }

    [Fact]
    public async Task File_that_is_no_spreadsheet_is_refused_and_leaves_nothing()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        byte[][] arquivos = [[0xD0, 0xCF, 0x11, 0xE0, 0xA1], [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1], [(byte)'P', (byte)'K', 3, 4, 9, 9], Encoding.UTF8.GetBytes("Nome\n" + new string('x', 5_000))];
        foreach (var arquivo in arquivos)
        {
            var resposta = await cena.PostarAsync("foto.csv", arquivo);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
            Assert.NotEmpty((await ClienteDeTeste.PaginaAsync(resposta)).QuerySelector("#arquivo-erro")!.TextContent);
        }

        Assert.Equal((0, 0), await cena.Organizacao.ComDbAsync(async db => (await db.Importacoes.CountAsync(), await db.LinhasDaImportacao.CountAsync())));
    }

    [Fact]
    public async Task Columns_without_a_name_are_refused()
    {
        using var cena = await CenaDaImportacao.CriarAsync(app);
        var id = await cena.ColarAsync("Nome;Telefone\nAna;11 96000-0001\n");
        var resposta = await cena.Cliente.FormAsync($"/importacoes/{id}/colunas", ("Colunas[0]", "Nenhum"), ("Colunas[1]", "Telefone"), ("TemTitulos", "true"), ("Repetida", "Completar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resposta.StatusCode);
        var pagina = await ClienteDeTeste.PaginaAsync(resposta);
        Assert.Contains("Diga qual coluna tem o nome", pagina.QuerySelector("#Colunas-erro")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(pagina.QuerySelector("input[value=Completar][checked]"));
    }

    [Fact]
    public async Task Importing_is_a_right()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        using var vendedor = await (await organizacao.PessoaAsync()).EntrarAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await vendedor.GetAsync("/importacoes")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await vendedor.FormAsync("/importacoes/criar", ("Texto", "Nome\nAna"))).StatusCode);
        Assert.Null((await vendedor.PaginaAsync("/contatos")).QuerySelector("a[href$='/importacoes']"));
    }
}
