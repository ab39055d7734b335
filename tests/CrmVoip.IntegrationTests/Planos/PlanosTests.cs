using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>What a page makes PostgreSQL read in a large organization: in proportion to what it shows.</summary>
[Collection(ColecaoDosPlanos.Nome)]
public sealed class PlanosTests(AplicacaoFixture app)
{
    private const int PorDevolvida = 20;
    private const int DeTodoJeito = 200;
    private const int Contadas = 1_001;

    /// <param name="rota">The page.</param>
    /// <param name="contagens">How many thousands it counts, or reads, and stops: one for each stage, twice, where totals are counted; five for each word.</param>
    [Theory]
    [InlineData("/oportunidades", 0)]
    [InlineData("/oportunidades?situacao=ganha", 0)]
    [InlineData("/oportunidades?responsavel={pessoa}", 0)]
    [InlineData("/oportunidades?parada=true", 12)]
    [InlineData("/oportunidades?texto=usina", 6)]
    [InlineData("/oportunidades?texto=usina+777", 10)]
    [InlineData("/oportunidades?texto=contato+4242", 10)]
    [InlineData("/oportunidades?texto=00004242", 0)]
    [InlineData("/oportunidades/lista", 0)]
    [InlineData("/oportunidades/lista?situacao=ganha", 0)]
    [InlineData("/oportunidades/lista?responsavel={pessoa}", 0)]
    [InlineData("/oportunidades/lista?ordem=valor", 0)]
    [InlineData("/oportunidades/lista?ordem=etapa", 0)]
    [InlineData("/oportunidades/lista?ordem=passo", 0)]
    [InlineData("/oportunidades/lista?depois=1700000000000000-00000000000000000000000000000000", 0)]
    [InlineData("/oportunidades/lista?ordem=valor&depois=120000-80000000000000000000000000000000", 0)]
    [InlineData("/oportunidades/lista?ordem=etapa&depois=1700000000000000-80000000000000000000000000000000", 0)]
    [InlineData("/oportunidades/lista?ordem=passo&depois=740000-80000000000000000000000000000000", 0)]
    [InlineData("/oportunidades/lista?ordem=passo&depois=x-80000000000000000000000000000000", 0)]
    [InlineData("/oportunidades/lista?parada=true", 12)]
    [InlineData("/oportunidades/lista?texto=usina", 6)]
    [InlineData("/oportunidades/lista?texto=contato+4242", 10)]
    [InlineData("/oportunidades/lista?texto=00004242", 0)]
    [InlineData("/oportunidades/{oportunidade}", 0)]
    [InlineData("/oportunidades/{oportunidade}/ligacoes", 0)]
    [InlineData("/oportunidades/{oportunidade}/historico", 0)]
    [InlineData("/oportunidades/criar", 0)]
    [InlineData("/oportunidades/criar?contato=contato+4242", 10)]
    [InlineData("/contatos", 0)]
    [InlineData("/contatos?ordem=novos", 0)]
    [InlineData("/contatos?depois={contato}", 0)]
    [InlineData("/contatos?ordem=novos&depois={contato}", 0)]
    [InlineData("/contatos?texto=contato", 6)]
    [InlineData("/contatos?texto=contato+4242", 10)]
    [InlineData("/contatos?texto=00004242", 0)]
    [InlineData("/contatos/{contato}", 0)]
    [InlineData("/contatos/{contato}/ligacoes", 0)]
    [InlineData("/contatos/{contato}/historico", 0)]
    [InlineData("/busca?q=4242", 0)]
    [InlineData("/busca?q=usina", 5)]
    [InlineData("/busca?q=usina+777", 10)]
    [InlineData("/ligacoes/perdidas", 0)]
    [InlineData("/ligacoes?Periodo=mes", 0)]
    [InlineData("/ligacoes?Periodo=7dias&Pessoa={pessoa}", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Numero=60000001", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Numero=4242", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Status=atendida", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Status=nao_retornada", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Direcao=entrada", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Origem=fora_do_crm", 0)]
    [InlineData("/ligacoes?De=01/01/2020&Resultado=sem", 0)]
    [InlineData("/hoje", 0)]
    [InlineData("/hoje?quem={colega}", 0)]
    [InlineData("/tarefas", 0)]
    [InlineData("/tarefas?Quem=todas", 0)]
    [InlineData("/tarefas?Quem=todas&Tipo=reuniao", 0)]
    [InlineData("/tarefas?Quem=todas&Quando=atrasadas", 0)]
    [InlineData("/tarefas?Quem=todas&Quando=semana", 0)]
    [InlineData("/tarefas?Quem=todas&Quando=sem_data", 0)]
    [InlineData("/tarefas?Quem=todas&Quando=concluidas", 0)]
    [InlineData("/tarefas?Quando=concluidas", 0)]
    [InlineData("/tarefas?Quem={pessoa}&Depois={marco}", 0)]
    [InlineData("/oportunidades/{oportunidade}/tarefas", 0)]
    [InlineData("/contatos/{contato}/tarefas", 0)]
    [InlineData("/auditoria", 0)]
    [InlineData("/membros", 0)]
    [InlineData("/ramais", 0)]
    public async Task Page_reads_in_proportion_to_what_it_shows(string rota, int contagens)
    {
        var grande = await OrganizacaoGrande.LerAsync(app);
        using var cliente = await grande.Pessoa.EntrarAsync();
        var endereco = rota
            .Replace("{colega}", grande.Vendedor.Id.ToString(), StringComparison.Ordinal)
            .Replace("{marco}", new CrmVoip.Web.Marco(DateTimeOffset.UtcNow.AddDays(3), grande.Pessoa.Id).ToString(), StringComparison.Ordinal)
            .Replace("{pessoa}", grande.Pessoa.Id.ToString(), StringComparison.Ordinal)
            .Replace("{contato}", grande.Oportunidade.ContatoId.ToString(), StringComparison.Ordinal)
            .Replace("{oportunidade}", grande.Oportunidade.Id.ToString(), StringComparison.Ordinal);

        Assert.Empty(await DesmedidosAsync(grande, grande.Pessoa, cliente, endereco, contagens));
    }

    /// <summary>Who hears not all recordings is asked about each.</summary>
    [Theory]
    [InlineData("/oportunidades/{oportunidade}")]
    [InlineData("/oportunidades/{oportunidade}/ligacoes")]
    [InlineData("/ligacoes/perdidas")]
    [InlineData("/ligacoes?De=01/01/2020")]
    [InlineData("/telefonia/recordings/{ligacao}")]
    public async Task Page_of_a_vendedor_reads_in_proportion_to_what_it_shows(string rota)
    {
        var grande = await OrganizacaoGrande.LerAsync(app);
        using var cliente = await grande.Vendedor.EntrarAsync();
        var endereco = rota
            .Replace("{oportunidade}", grande.Oportunidade.Id.ToString(), StringComparison.Ordinal)
            .Replace("{ligacao}", grande.IdDe("/telefonia/").ToString(), StringComparison.Ordinal);

        Assert.Empty(await DesmedidosAsync(grande, grande.Vendedor, cliente, endereco, 0));
    }

    /// <summary>What is not looked at, and why.</summary>
    private static readonly Dictionary<string, string> _foraDaMedida = new(StringComparer.Ordinal)
    {
        ["/auditoria/exportar"] = "gives all it has, a part at a time",
        ["/contatos/exportar"] = "gives all it has, a part at a time",
        ["/importacoes/{id:guid}/recusadas"] = "gives all it has, a part at a time",
        ["/ligacoes/exportar"] = "gives all it has, a part at a time",
        ["/oportunidades/exportar"] = "gives all it has, a part at a time",
        ["/conexoes"] = "counts the calls of a week, and says how many",
        ["/ligacoes/numeros"] = "counts the calls of a period, a month of them at most, and says how many",
    };

    /// <summary>What the figures cost is the period they are of, and not what else there is: each call of it is read once, by the index.</summary>
    [Fact]
    public async Task Figures_of_calls_read_their_period_and_no_more()
    {
        var grande = await OrganizacaoGrande.LerAsync(app);
        using var cliente = await grande.Pessoa.EntrarAsync();
        var dia = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo")).Date.AddDays(-2);
        const int MinutosDoDia = 1_440;
        using var comandos = new ComandosExecutados(grande.Pessoa);
        using var resposta = await cliente.GetAsync($"/ligacoes/numeros?De={dia:dd/MM/yyyy}&Ate={dia:dd/MM/yyyy}");
        Assert.True(resposta.IsSuccessStatusCode);

        foreach (var comando in comandos.Todos)
        {
            var plano = await grande.ExplicarAsync(comando, grande.Pessoa);
            Assert.True(plano.Lidas <= MinutosDoDia + DeTodoJeito, $"{plano.Lidas} rows read: {plano.Resumo}\n{comando.Texto}");
        }
    }

    [Fact]
    public async Task Every_page_reads_in_proportion_to_what_it_shows()
    {
        var grande = await OrganizacaoGrande.LerAsync(app);
        using var cliente = await grande.Pessoa.EntrarAsync();
        var rotas = Rota.Todas(app.Services).Where(r => r is { Metodo: "GET", DaOrganizacao: true }).ToList();
        Assert.Empty(_foraDaMedida.Keys.Except(rotas.Select(r => r.Padrao)));
        var desmedidos = new List<string>();
        foreach (var rota in rotas.Where(r => !_foraDaMedida.ContainsKey(r.Padrao)))
        {
            desmedidos.AddRange((await DesmedidosAsync(grande, grande.Pessoa, cliente, rota.Caminho(grande.IdDe(rota.Padrao)), 0)).Select(d => $"{rota}: {d}"));
        }

        Assert.Empty(desmedidos);
    }

    private static async Task<List<string>> DesmedidosAsync(OrganizacaoGrande grande, PessoaDeTeste quem, ClienteDeTeste cliente, string endereco, int contagens)
    {
        using var comandos = new ComandosExecutados(quem);
        using var resposta = await cliente.GetAsync(endereco);
        // The call has no recording: what is read to say so.
        var existe = !endereco.StartsWith("/telefonia/recordings/", StringComparison.Ordinal);
        Assert.True((int)resposta.StatusCode < 400 == existe, $"{endereco} answered {(int)resposta.StatusCode}.");
        Assert.NotEmpty(comandos.Todos);
        var desmedidos = new List<string>();
        foreach (var comando in comandos.Todos)
        {
            var plano = await grande.ExplicarAsync(comando, quem);
            if (plano.Lidas > (PorDevolvida * plano.Devolvidas) + DeTodoJeito + (Contadas * contagens))
            {
                desmedidos.Add($"{plano.Lidas} rows read for {plano.Devolvidas}: {plano.Resumo}\n{comando.Texto}");
            }
        }

        return desmedidos;
    }
}
