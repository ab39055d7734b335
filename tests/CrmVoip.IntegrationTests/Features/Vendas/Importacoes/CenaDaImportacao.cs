using System.Net;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Vendas.Importacoes;

/// <summary>A gestor who imports, as through the screens.</summary>
internal sealed record CenaDaImportacao(OrganizacaoDeTeste Organizacao, PessoaDeTeste Gestor, ClienteDeTeste Cliente) : IDisposable
{
    public static async Task<CenaDaImportacao> CriarAsync(AplicacaoFixture app)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var gestor = await organizacao.PessoaAsync(Papel.Gestor);
        return new CenaDaImportacao(organizacao, gestor, await gestor.EntrarAsync());
    }

    public void Dispose() => Cliente.Dispose();

    /// <summary>What was sent, up to the page where the columns are said.</summary>
    public Task<Guid> ColarAsync(string texto) => IdAsync(Cliente.FormAsync("/importacoes/criar", ("Texto", texto)));

    public Task<Guid> EnviarAsync(string nome, byte[] conteudo) => IdAsync(PostarAsync(nome, conteudo));

    public async Task<HttpResponseMessage> PostarAsync(string nome, byte[] conteudo)
    {
        using var corpo = new MultipartFormDataContent();
        using var arquivo = new ByteArrayContent(conteudo);
        corpo.Add(arquivo, "arquivo", nome);
        return await Cliente.PostAsync("/importacoes/criar", corpo);
    }

    public async Task AnalisarAsync(Guid id, string colunas, LinhaRepetida repetida = LinhaRepetida.Pular, bool nonoDigito = false, bool titulos = true)
    {
        var campos = colunas.Split(' ').Select((c, i) => ($"Colunas[{i}]", (string?)c)).ToList();
        var resposta = await Cliente.FormAsync(
            $"/importacoes/{id}/colunas", [.. campos, ("TemTitulos", titulos ? "true" : "false"), ("Repetida", repetida.ToString()), ("NonoDigito", nonoDigito ? "true" : "false")]);
        Assert.Equal(HttpStatusCode.Redirect, resposta.StatusCode);
        await Organizacao.TrabalharAsync();
    }

    public async Task ImportarAsync(Guid id)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await Cliente.FormAsync($"/importacoes/{id}/importar")).StatusCode);
        await Organizacao.TrabalharAsync();
    }

    public async Task<Importacao> DesfazerAsync(Guid id)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await Cliente.FormAsync($"/importacoes/{id}/desfazer")).StatusCode);
        await Organizacao.TrabalharAsync();
        return await LerAsync(id);
    }

    /// <summary>From the pasted text to the contacts.</summary>
    public async Task<Importacao> TudoAsync(string texto, string colunas, LinhaRepetida repetida = LinhaRepetida.Pular)
    {
        var id = await ColarAsync(texto);
        await AnalisarAsync(id, colunas, repetida);
        await ImportarAsync(id);
        return await LerAsync(id);
    }

    public Task<Importacao> LerAsync(Guid id) => Organizacao.ComDbAsync(db => db.Importacoes.SingleAsync(i => i.Id == id));

    public Task<List<LinhaDaImportacao>> LinhasAsync(Guid id) =>
        Organizacao.ComDbAsync(db => db.LinhasDaImportacao.Where(l => l.ImportacaoId == id).OrderBy(l => l.Numero).ToListAsync());

    public Task<List<Contato>> ContatosAsync() => Organizacao.ComDbAsync(db => db.Contatos.Include(c => c.Telefones).OrderBy(c => c.Nome).ToListAsync());

    public static string Planilha(int linhas) =>
        "Nome;Empresa;Telefone;E-mail\n" + new StringBuilder().AppendJoin('\n', Enumerable.Range(1, linhas).Select(i => $"Contato {i};Empresa {i % 50};(11) 9{60_000_000 + i};c{i}@cliente.example"));

    private static async Task<Guid> IdAsync(Task<HttpResponseMessage> pedido)
    {
        var resposta = await pedido;
        Assert.True(resposta.StatusCode == HttpStatusCode.Redirect, await resposta.Content.ReadAsStringAsync());
        return Guid.Parse(resposta.Headers.Location!.ToString().Split('/')[^1]);
    }
}
