using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>What a page makes PostgreSQL read in a large organization: in proportion to what it shows.</summary>
[Collection(ColecaoDosPlanos.Nome)]
public sealed class PlanosTests(AplicacaoFixture app)
{
    private const int PorDevolvida = 20;
    private const int DeTodoJeito = 200;

    [Theory]
    [InlineData("/oportunidades")]
    [InlineData("/oportunidades?situacao=ganha")]
    [InlineData("/oportunidades?responsavel={pessoa}")]
    [InlineData("/oportunidades/{oportunidade}")]
    [InlineData("/oportunidades/{oportunidade}/ligacoes")]
    [InlineData("/oportunidades/{oportunidade}/historico")]
    [InlineData("/ligacoes/perdidas")]
    [InlineData("/auditoria")]
    [InlineData("/membros")]
    [InlineData("/ramais")]
    public async Task Page_reads_in_proportion_to_what_it_shows(string rota)
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
            Assert.True(plano.Lidas <= (PorDevolvida * plano.Devolvidas) + DeTodoJeito, $"{plano.Lidas} rows read for {plano.Devolvidas}: {plano.Resumo}\n{comando.Texto}");
        }
    }
}
