using System.Net;
using CrmVoip.IntegrationTests.Infra;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>
/// What belongs to one organization does not exist for another, in every route of the product: by its id in the address,
/// by its ids in a form or a body, and by its texts on a page. Beside each refusal stands a control that succeeds.
/// </summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AlheiosTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    private readonly List<Rota> _rotas = Rota.Todas(app.Services);

    [Fact]
    public void Every_route_that_needs_a_control_has_one()
    {
        saida.WriteLine($"{_rotas.Count} routes, {_rotas.Count(r => r.ComId)} with ids, {_rotas.Count(r => r.Insegura)} that write, {Controle.Todos.Count} controls.");
        Assert.NotEmpty(Controle.Todos);
        Assert.Empty(FaltasDasRotas.DeControle(_rotas, Controle.Todos));
    }

    [Fact]
    public async Task Id_of_another_organization_is_not_found_and_nothing_of_it_changes()
    {
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        var conferidas = 0;
        foreach (var (rota, controle) in Controladas(r => r.ComId).Where(c => !c.Controle.ComSegredo))
        {
            var caminho = rota.Caminho(await controle.Valores(b));
            var antes = await app.Banco.ImpressaoAsync(b.Organizacao.Id);
            var noLugarDeB = new ClienteDeTeste(a.Cliente.Http, b.Organizacao.Base);

            await NaoEncontradoAsync(a.Cliente, rota, caminho, controle.Corpo(b), "under its own organization");
            await NaoEncontradoAsync(noLugarDeB, rota, caminho, controle.Corpo(b), "under the other's");

            Assert.True(antes.SequenceEqual(await app.Banco.ImpressaoAsync(b.Organizacao.Id)), $"{rota}: rows of the other organization changed.");
            conferidas++;
        }

        saida.WriteLine($"{conferidas} routes with ids answered 404 twice each; {(await app.Banco.TabelasDaOrganizacaoAsync()).Count} tables hashed before and after.");
        Assert.True(conferidas > 0);
    }

    [Fact]
    public async Task Same_request_by_its_own_person_succeeds()
    {
        var conferidas = 0;
        foreach (var (rota, controle) in Controladas(_ => true))
        {
            using var b = await Cenario.CriarAsync(app, simulador);
            var resposta = await b.ControlarAsync(rota, controle);
            Assert.True(
                (int)resposta.StatusCode is >= 200 and < 400,
                $"The control of {rota} must succeed, or its 404 proves nothing; it answered {(int)resposta.StatusCode}: {await ResumoAsync(resposta)}");
            conferidas++;
        }

        saida.WriteLine($"{conferidas} controls succeeded.");
        Assert.True(conferidas > 0);
    }

    [Fact]
    public async Task Id_of_another_organization_inside_a_form_or_a_body_links_to_nothing()
    {
        using var b = await Cenario.CriarAsync(app, simulador);
        var casos = Controladas(r => r.DaOrganizacao).SelectMany(c => c.Rota.CamposDeId.Select(campo => (c.Rota, c.Controle, Campo: campo))).ToList();
        foreach (var (rota, controle, campo) in casos)
        {
            using var a = await Cenario.CriarAsync(app, simulador);
            var antes = await app.Banco.ImpressaoAsync(b.Organizacao.Id);
            var alheio = $"{b.IdPara(campo)}";
            var caminho = rota.Caminho(await controle.Valores(a));
            var resposta = rota.Corpo is null && !rota.Insegura
                ? await a.Cliente.GetAsync($"{caminho}?{campo}={alheio}")
                : await a.Cliente.PedirAsync(rota, caminho, (controle.Corpo(a) ?? new CorpoDeForm([])).Com(campo, alheio));

            Assert.True((int)resposta.StatusCode < 500, $"{rota} with another organization's {campo} answered {(int)resposta.StatusCode}.");
            Assert.True(antes.SequenceEqual(await app.Banco.ImpressaoAsync(b.Organizacao.Id)), $"{rota} with another organization's {campo} changed its rows.");
            Assert.DoesNotContain(b.Marca, await TextoAsync(resposta), StringComparison.Ordinal);
            Assert.True(
                await app.Banco.LigadosAsync(a.Organizacao.Id, b.Organizacao.Id) is [],
                $"{rota} took another organization's {campo} into its own rows.");
        }

        saida.WriteLine($"{casos.Count} fields that take an id: {string.Join(", ", casos.Select(c => $"{c.Rota} {c.Campo}"))}.");
        Assert.NotEmpty(casos);
    }

    [Fact]
    public async Task No_page_or_list_holds_a_word_of_another_organization()
    {
        using var a = await Cenario.CriarAsync(app, simulador);
        using var b = await Cenario.CriarAsync(app, simulador);
        var (paginas, mostram) = (0, 0);
        foreach (var rota in _rotas.Where(r => r is { Insegura: false, ComId: false }))
        {
            foreach (var busca in new[] { "", $"?q={b.Marca}&busca={b.Marca}&termo={b.Marca}&pagina=1" })
            {
                var deA = await TextoAsync(await a.Cliente.PedirAsync(rota, rota.Caminho() + busca, null));
                Assert.False(Vaza(deA, b.Marca, busca), $"{rota}{busca} shows a text of another organization.");
            }

            paginas++;
            mostram += (await TextoAsync(await b.Cliente.PedirAsync(rota, rota.Caminho(), null))).Contains(b.Marca, StringComparison.Ordinal) ? 1 : 0;
        }

        saida.WriteLine($"{paginas} pages and lists; {mostram} show their own organization its mark. {(await Marcas.ColunasAsync(app.Banco)).Count} text columns carry it.");
        Assert.True(paginas > 0 && mostram > 1, "The mark must be seen by its own people, or its absence proves nothing.");
    }

    // A search box repeats what was asked: that is the person's own word, not the other organization's.
    private static bool Vaza(string texto, string marca, string busca) =>
        busca.Length == 0 ? texto.Contains(marca, StringComparison.Ordinal) : texto.Split(marca).Length - 1 > Repeticoes(texto, marca);

    private static int Repeticoes(string texto, string marca) =>
        texto.Split($"value=\"{marca}\"").Length - 1 + texto.Split($"={marca}").Length - 1;

    private static async Task NaoEncontradoAsync(ClienteDeTeste cliente, Rota rota, string caminho, CorpoDoPedido? corpo, string onde)
    {
        var resposta = await cliente.PedirAsync(rota, caminho, corpo);
        Assert.True(resposta.StatusCode == HttpStatusCode.NotFound, $"{rota} with another organization's id, {onde}, answered {(int)resposta.StatusCode}.");
    }

    private static async Task<string> TextoAsync(HttpResponseMessage resposta) =>
        WebUtility.HtmlDecode(await resposta.Content.ReadAsStringAsync()) + resposta.Headers + resposta.Content.Headers;

    private static async Task<string> ResumoAsync(HttpResponseMessage resposta)
    {
        var texto = await resposta.Content.ReadAsStringAsync();
        return texto.Length > 600 ? texto[..600] : texto;
    }

    private List<(Rota Rota, Controle Controle)> Controladas(Func<Rota, bool> quais) =>
        [.. from rota in _rotas where quais(rota) from controle in Controle.Todos where controle.Rota == rota.Nome select (rota, controle)];
}
