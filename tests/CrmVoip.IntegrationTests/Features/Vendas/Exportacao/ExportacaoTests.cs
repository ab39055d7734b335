using System.Net;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Web.Planilhas;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Exportacao;

/// <summary>/contatos/exportar and /oportunidades/exportar.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ExportacaoTests(AplicacaoFixture app)
{
    private static readonly string[] _listas = ["contatos", "oportunidades", "ligacoes"];

    [Fact]
    public async Task Contacts_open_in_a_brazilian_spreadsheet_with_what_may_be_called_apart()
    {
        var (organizacao, cliente) = await ComoGestorAsync();
        var maria = new Contato(organizacao.Id, "Maria =das Dores");
        maria.Editar(maria.Nome, "=cmd|calc", "maria@sol.example");
        maria.MudarTelefone("(11) 96000-0001 / 11 3123-4567 / 11 96000-0003 / 11 96000-0004", null);
        maria.NaoLigarPara(["+5511960000003"], true);
        maria.MarcarErrado(maria.Telefones.Single(t => t.Numero == "+5511960000004"), true);
        var jose = new Contato(organizacao.Id, "José");
        jose.MudarTelefone("falar com a vizinha", null);
        await organizacao.SalvarAsync(maria, jose);

        var resposta = await cliente.GetAsync("/contatos/exportar");
        var bytes = await resposta.Content.ReadAsByteArrayAsync();

        Assert.Equal(("text/csv", true), (resposta.Content.Headers.ContentType!.MediaType, resposta.Headers.CacheControl!.NoStore));
        Assert.Matches($"^contatos-{organizacao.Slug}-\\d{{4}}-\\d\\d-\\d\\d\\.csv$", resposta.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var linhas = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Nome;Empresa;Telefone;Outros telefones;Não ligar;Telefones errados;E-mail;Oportunidades abertas;Última ligação;Resultado da última ligação;Criado em", linhas[0]);
        Assert.StartsWith("José;;falar com a vizinha;;;;;0;;;", linhas[1], StringComparison.Ordinal);
        Assert.StartsWith(
            "Maria =das Dores;'=cmd|calc;+55 11 96000-0001;+55 11 3123-4567;+55 11 96000-0003;+55 11 96000-0004;maria@sol.example;0;;;", linhas[2], StringComparison.Ordinal);
        cliente.Dispose();
    }

    [Fact]
    public async Task Every_contact_of_the_filter_is_there_once_in_the_order_of_the_list()
    {
        const int Quantos = (2 * ExportarLista.LinhasPorVez) + 7;
        var (organizacao, cliente) = await ComoGestorAsync();
        await organizacao.SalvarAsync([.. Enumerable.Range(0, Quantos).Select(i => new Contato(organizacao.Id, $"Contato {i % 7} n{i}"))]);
        await organizacao.SalvarAsync(new Contato(organizacao.Id, "Zuleica Prado"));

        var todos = await NomesAsync(cliente, "/contatos/exportar");
        Assert.Equal((Quantos + 1, Quantos + 1, "Zuleica Prado"), (todos.Count, todos.Distinct().Count(), todos[^1]));
        Assert.Equal("Zuleica Prado", (await NomesAsync(cliente, "/contatos/exportar?ordem=novos"))[0]);
        Assert.Equal(["Zuleica Prado"], await NomesAsync(cliente, "/contatos/exportar?texto=zuleica"));
        Assert.Equal(Quantos, (await NomesAsync(cliente, "/contatos/exportar?texto=contato")).Count);
        cliente.Dispose();
    }

    [Fact]
    public async Task Workbook_is_one_that_a_spreadsheet_reads()
    {
        var (organizacao, cliente) = await ComoGestorAsync();
        await organizacao.SalvarAsync([.. Enumerable.Range(0, 700).Select(i => new Contato(organizacao.Id, $"=Contato {i:000}"))]);

        var resposta = await cliente.GetAsync("/contatos/exportar?formato=xlsx");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var corpo = new MemoryStream(await resposta.Content.ReadAsByteArrayAsync());
        using var leitor = ExcelReaderFactory.CreateOpenXmlReader(corpo);
        var nomes = new List<string>();
        while (leitor.Read())
        {
            nomes.Add(leitor.GetString(0));
        }

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", resposta.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["Nome", "=Contato 000", "=Contato 699"], [nomes[0], nomes[1], nomes[^1]]);
        Assert.Equal(701, nomes.Count);
        cliente.Dispose();
    }

    [Fact]
    public async Task Deals_are_those_of_the_board_with_its_filter_and_in_its_order()
    {
        var (organizacao, cliente) = await ComoGestorAsync();
        var ana = await organizacao.PessoaAsync();
        var funil = await FunilDeTeste.CriarAsync(ana, ExportarLista.LinhasPorVez + 30);
        var ganha = new Oportunidade(organizacao.Id, "Já ganha");
        ganha.Editar(ganha.Titulo, 99.9m, funil.Oportunidades[0].ContatoId, ana.Id, DateTimeOffset.UtcNow);
        ganha.MoverPara(funil.Proposta.Id, Posicao.Entre(null, null), DateTimeOffset.UtcNow);
        ganha.Ganhar(DateTimeOffset.UtcNow);
        var proposta = new Oportunidade(organizacao.Id, "Em proposta");
        proposta.Editar(proposta.Titulo, 1, funil.Oportunidades[0].ContatoId, ana.Id, DateTimeOffset.UtcNow);
        proposta.MoverPara(funil.Proposta.Id, Posicao.Entre(ganha.Posicao, null), DateTimeOffset.UtcNow);
        await organizacao.SalvarAsync(ganha, proposta);

        var abertas = await LinhasAsync(cliente, "/oportunidades/exportar");
        Assert.Equal([.. funil.Oportunidades.Select(o => o.Titulo), "Em proposta"], abertas.Select(l => l[0]));
        Assert.Equal(["1000,50", "Novo", "Aberta"], abertas[0][1..4]);
        Assert.Equal(["Marina Alves", "Padaria Pão da Vila", "+55 11 96000-0001", "marina@cliente.example"], abertas[0][5..9]);
        Assert.Equal(["Já ganha"], await NomesAsync(cliente, "/oportunidades/exportar?situacao=ganha"));
        Assert.Equal(["Usina 7"], (await NomesAsync(cliente, "/oportunidades/exportar?texto=usina+7")).Where(n => n == "Usina 7"));
        Assert.Equal(funil.Oportunidades.Count, (await NomesAsync(cliente, "/oportunidades/exportar?parada=true")).Count);
        Assert.Empty(await NomesAsync(cliente, $"/oportunidades/exportar?responsavel={Guid.NewGuid()}"));
        cliente.Dispose();
    }

    [Fact]
    public async Task Exporting_is_a_right()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        foreach (var papel in Enum.GetValues<Papel>())
        {
            var pode = papel != Papel.Vendedor;
            var pessoa = await organizacao.PessoaAsync(papel);
            await organizacao.SalvarAsync(new Contato(organizacao.Id, $"Contato de {papel}"));
            using var cliente = await pessoa.EntrarAsync();
            foreach (var lista in _listas)
            {
                Assert.Equal(pode ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await cliente.GetAsync($"/{lista}/exportar")).StatusCode);
            }

            Assert.Equal(pode, (await cliente.PaginaAsync("/contatos")).QuerySelector("#exportar") is not null);
        }
    }

    [Fact]
    public async Task What_was_exported_with_what_filter_and_how_many_rows_is_recorded()
    {
        var (organizacao, cliente) = await ComoGestorAsync();
        await organizacao.SalvarAsync(new Contato(organizacao.Id, "Ana Lima"), new Contato(organizacao.Id, "Rui"));

        using var cabeca = new HttpRequestMessage(HttpMethod.Head, $"{organizacao.Base}/contatos/exportar");
        Assert.Equal(HttpStatusCode.OK, (await cliente.Http.SendAsync(cabeca)).StatusCode);
        await NomesAsync(cliente, "/contatos/exportar?texto=lima&formato=csv");

        var fato = await organizacao.ComDbAsync(db => db.AuditLog.SingleAsync(a => a.Acao == Acoes.ListaExportada));
        var exportada = Assert.IsType<ListaExportada>(Atividades.Ler(fato.Acao, fato.Dados));
        Assert.Equal(("contatos", "csv", "“lima”", 1), (exportada.Lista, exportada.Formato, exportada.Filtro, exportada.Linhas));

        using var admin = await (await organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();
        Assert.Contains("Exportou 1 contato (“lima”) em CSV", (await admin.PaginaAsync("/auditoria")).Body!.TextContent, StringComparison.Ordinal);
        cliente.Dispose();
    }

    [Theory]
    [InlineData("/contatos/exportar?formato=doc")]
    [InlineData("/oportunidades/exportar?responsavel=ninguem")]
    [InlineData("/ligacoes/exportar?De=ontem")]
    public async Task What_cannot_be_read_gives_no_file(string endereco)
    {
        var (_, cliente) = await ComoGestorAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await cliente.GetAsync(endereco)).StatusCode);
        cliente.Dispose();
    }

    private async Task<(OrganizacaoDeTeste Organizacao, ClienteDeTeste Cliente)> ComoGestorAsync()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        return (organizacao, await (await organizacao.PessoaAsync(Papel.Gestor)).EntrarAsync());
    }

    private static async Task<List<string>> NomesAsync(ClienteDeTeste cliente, string endereco) => [.. (await LinhasAsync(cliente, endereco)).Select(l => l[0])];

    private static async Task<List<string[]>> LinhasAsync(ClienteDeTeste cliente, string endereco) =>
    [
        .. (await (await cliente.GetAsync(endereco)).EnsureSuccessStatusCode().Content.ReadAsStringAsync())
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')),
    ];
}
