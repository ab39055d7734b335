using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>What a page makes PostgreSQL read in a large organization: in proportion to what it shows.</summary>
[Collection(ColecaoDosPlanos.Nome)]
public sealed class PlanosTests(AplicacaoFixture app)
{
    private const int PorDevolvida = 20;
    private const int DeTodoJeito = 200;
    private const int Contadas = 1_001;

    /// <param name="rota">The page.</param>
    /// <param name="contagens">How often it counts, or reads, to a thousand and stops: each stage twice where totals are counted, each word of several.</param>
    [Theory]
    [InlineData("/oportunidades", 0)]
    [InlineData("/oportunidades?situacao=ganha", 0)]
    [InlineData("/oportunidades?responsavel={pessoa}", 0)]
    [InlineData("/oportunidades?parada=true", 12)]
    [InlineData("/oportunidades?texto=usina", 2)]
    [InlineData("/oportunidades?texto=usina+777", 2)]
    [InlineData("/oportunidades?texto=contato+4242", 2)]
    [InlineData("/oportunidades?texto=00004242", 0)]
    [InlineData("/oportunidades/{oportunidade}", 0)]
    [InlineData("/oportunidades/{oportunidade}/ligacoes", 0)]
    [InlineData("/oportunidades/{oportunidade}/historico", 0)]
    [InlineData("/oportunidades/criar", 0)]
    [InlineData("/oportunidades/criar?contato=contato+4242", 2)]
    [InlineData("/busca?q=4242", 0)]
    [InlineData("/busca?q=usina", 1)]
    [InlineData("/busca?q=usina+777", 2)]
    [InlineData("/ligacoes/perdidas", 0)]
    [InlineData("/auditoria", 0)]
    [InlineData("/membros", 0)]
    [InlineData("/ramais", 0)]
    public async Task Page_reads_in_proportion_to_what_it_shows(string rota, int contagens)
    {
        var grande = await OrganizacaoGrande.LerAsync(app);
        using var cliente = await grande.Pessoa.EntrarAsync();
        using var comandos = new ComandosExecutados(grande.Pessoa);
        var endereco = rota
            .Replace("{pessoa}", grande.Pessoa.Id.ToString(), StringComparison.Ordinal)
            .Replace("{oportunidade}", grande.Oportunidade.Id.ToString(), StringComparison.Ordinal);
        (await cliente.GetAsync(endereco)).EnsureSuccessStatusCode();

        Assert.NotEmpty(comandos.Todos);
        foreach (var comando in comandos.Todos)
        {
            var plano = await grande.ExplicarAsync(comando);
            Assert.True(plano.Lidas <= (PorDevolvida * plano.Devolvidas) + DeTodoJeito + (Contadas * contagens), $"{plano.Lidas} rows read for {plano.Devolvidas}: {plano.Resumo}\n{comando.Texto}");
        }
    }
}
