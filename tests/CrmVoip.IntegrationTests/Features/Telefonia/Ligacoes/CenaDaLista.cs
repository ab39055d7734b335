using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Ligacoes;

/// <summary>Calls of several people of one organization, written straight into the table.</summary>
internal sealed record CenaDaLista(CenaDeLigacao Cena, PessoaDeTeste Gestor)
{
    /// <summary>Noon of today in São Paulo, where the organization is.</summary>
    public static readonly DateTimeOffset Agora = new DateTimeOffset(
        TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo")).Date.AddHours(12), TimeSpan.FromHours(-3)).ToUniversalTime();

    public OrganizacaoDeTeste Organizacao => Cena.Organizacao;

    public PessoaDeTeste Vendedor => Cena.Pessoa;

    public static async Task<CenaDaLista> CriarAsync(AplicacaoFixture app)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        return new CenaDaLista(cena, await cena.Organizacao.PessoaAsync(Papel.Gestor));
    }

    public Task<Guid> FeitaAsync(DateTimeOffset em, PessoaDeTeste? quem = null, string numero = CenaDeLigacao.Numero, string status = "nao_atendida", int conversa = 0, Guid? resultado = null) =>
        GravarAsync(em, (quem ?? Vendedor).Id, "saida", "crm", "1001", numero, status, conversa, resultado);

    public Task<Guid> RecebidaAsync(DateTimeOffset em, PessoaDeTeste? quem = null, string numero = CenaDeLigacao.Numero, string status = "nao_atendida", int conversa = 0) =>
        GravarAsync(em, quem?.Id, "entrada", "fora_do_crm", numero, "1001", status, conversa, null);

    public async Task<Guid> ResultadoAsync(string nome = ResultadoDeLigacao.ConversaRelevante, int ordem = 9)
    {
        var resultado = new ResultadoDeLigacao(Organizacao.Id, nome, ordem);
        await Organizacao.SalvarAsync(resultado);
        return resultado.Id;
    }

    /// <summary>The ids of the rows, as a person meets them.</summary>
    public static IEnumerable<string?> Linhas(IHtmlDocument pagina) => pagina.QuerySelectorAll("#lista-de-ligacoes > tr").Select(l => l.GetAttribute("data-ligacao-id"));

    public static async Task<IEnumerable<Guid>> LinhasAsync(ClienteDeTeste cliente, string consulta = "") =>
        Linhas(await cliente.PaginaAsync("/ligacoes" + consulta)).Select(id => Guid.Parse(id!));

    private async Task<Guid> GravarAsync(
        DateTimeOffset em, Guid? quem, string direcao, string origem, string de, string para, string status, int conversa, Guid? resultado)
    {
        var id = Guid.NewGuid();
        await Organizacao.App.Banco.ExecutarAsync(
            $$"""
            insert into ligacoes (organizacao_id, id, usuario_id, numero_origem, numero_destino, direcao, origem, status, origem_status, duracao_segundos, inicio_em,
                notas_versao, provedor_ids, metadata, ultimo_sinal_em, conferencias, resultado_id)
            values ('{{Organizacao.Id}}', '{{id}}', {{Ou(quem)}}, '{{de}}', '{{para}}', '{{direcao}}', '{{origem}}', '{{status}}', 'webhook', {{conversa}}, '{{em:O}}',
                0, '{}', '{}', '{{em:O}}', 0, {{Ou(resultado)}})
            """);
        return id;
    }

    private static string Ou(Guid? id) => id is null ? "null" : $"'{id}'";
}
