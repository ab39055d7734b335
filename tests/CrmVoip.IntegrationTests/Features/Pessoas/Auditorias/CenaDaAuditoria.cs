using AngleSharp.Html.Dom;
using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;
using Npgsql;

namespace CrmVoip.IntegrationTests.Features.Pessoas.Auditorias;

/// <summary>An organization with its administrador signed in, and facts written straight into its records.</summary>
internal sealed class CenaDaAuditoria : IDisposable
{
    private CenaDaAuditoria(OrganizacaoDeTeste organizacao, PessoaDeTeste administrador, ClienteDeTeste cliente) =>
        (Organizacao, Administrador, Cliente) = (organizacao, administrador, cliente);

    public OrganizacaoDeTeste Organizacao { get; }

    public PessoaDeTeste Administrador { get; }

    public ClienteDeTeste Cliente { get; }

    public static async Task<CenaDaAuditoria> CriarAsync(AplicacaoFixture app)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var administrador = await organizacao.PessoaAsync(Papel.Administrador);
        return new CenaDaAuditoria(organizacao, administrador, await administrador.EntrarAsync());
    }

    public Task SalvarAsync(params AuditLog[] fatos) => Organizacao.SalvarAsync([.. fatos.Cast<object>()]);

    public AuditLog Fato(DateTimeOffset em, string acao = Acoes.OrganizacaoCriada, PessoaDeTeste? quem = null, string dados = "{}", Guid? id = null) =>
        new(Organizacao.Id, acao, "organizacoes", id ?? Organizacao.Id) { OcorridoEm = em, UsuarioId = quem?.Id, Dados = dados };

    /// <summary>An account event at a moment of the past, which the product itself cannot write.</summary>
    public Task EventoDeContaAsync(PessoaDeTeste quem, DateTimeOffset em, string acao = Acoes.Conta.Entrou) => ComoSuperusuarioAsync(
        $"insert into eventos_de_conta (id, ocorrido_em, usuario_id, acao) values ('{Guid.NewGuid()}', '{em:O}', '{quem.Id}', '{acao}')");

    /// <summary>Makes the people of the organization its members since long ago.</summary>
    public Task MembrosDesdeAsync(DateTimeOffset desde) => ComoSuperusuarioAsync($"update membros set criado_em = '{desde:O}' where organizacao_id = '{Organizacao.Id}'");

    public async Task ComoSuperusuarioAsync(string sql)
    {
        await using var fonte = NpgsqlDataSource.Create(Organizacao.App.Banco.Superusuario);
        await using var comando = fonte.CreateCommand(sql);
        await comando.ExecuteNonQueryAsync();
    }

    public async Task<List<string>> FrasesAsync(string consulta = "") => Frases(await Cliente.PaginaAsync("/auditoria" + consulta));

    public static List<string> Frases(IHtmlDocument pagina) =>
        [.. pagina.QuerySelectorAll("#registros > tr").Select(linha => linha.Children[2].ChildNodes[0].TextContent.Trim())];

    public void Dispose() => Cliente.Dispose();
}
