using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Features.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Npgsql;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>One organization with 10,000 open deals, contacts and calls, made once and only read.</summary>
public sealed class OrganizacaoGrande(PessoaDeTeste pessoa, FunilDeTeste funil)
{
    public const int Linhas = 10_000;
    private static readonly SemaphoreSlim _uma = new(1, 1);
    private static OrganizacaoGrande? _feita;

    public PessoaDeTeste Pessoa => pessoa;

    public Oportunidade Oportunidade => funil.Oportunidades[0];

    public static async Task<OrganizacaoGrande> LerAsync(AplicacaoFixture app)
    {
        await _uma.WaitAsync();
        try
        {
            return _feita ??= await FazerAsync(app);
        }
        finally
        {
            _uma.Release();
        }
    }

    /// <summary>The command again, as the application sends it, with what it changed taken back.</summary>
    public async Task<PlanoExecutado> ExplicarAsync(ComandoExecutado executado)
    {
        await using var conexao = new NpgsqlConnection(pessoa.Organizacao.App.Banco.Crm);
        await conexao.OpenAsync();
        await using var transacao = await conexao.BeginTransactionAsync();
        await using var lugar = new NpgsqlCommand(
            $"set local app.organizacao_id = '{pessoa.Organizacao.Id}'; set local app.usuario_id = '{pessoa.Id}'", conexao, transacao);
        await lugar.ExecuteNonQueryAsync();
        await using var comando = new NpgsqlCommand($"explain (analyze, format json) {executado.Texto}", conexao, transacao);
        comando.Parameters.AddRange(executado.Parametros.Select(p => p.Clone()).ToArray());
        return PlanoExecutado.De((string)(await comando.ExecuteScalarAsync())!);
    }

    private static async Task<OrganizacaoGrande> FazerAsync(AplicacaoFixture app)
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync();
        var ana = await organizacao.PessoaAsync(Papel.Administrador);
        for (var i = 0; i < 20; i++)
        {
            await organizacao.PessoaAsync();
        }

        var funil = await FunilDeTeste.CriarAsync(ana, 1);
        await app.Banco.ExecutarAsync(
            $"""
            insert into contatos select (c).* from (
                select jsonb_populate_record(null::contatos, to_jsonb(m) || jsonb_build_object('id', md5('c' || n)::uuid, 'nome', 'Contato ' || n,
                    'telefone', '+55119' || lpad(n::text, 8, '0'))) c
                from contatos m, generate_series(1, {Linhas}) n where m.organizacao_id = '{organizacao.Id}' offset 0) copias
            """);
        await app.Banco.ExecutarAsync(
            $"""
            insert into oportunidades select (o).* from (
                select jsonb_populate_record(null::oportunidades, to_jsonb(m) || jsonb_build_object('id', md5('o' || n)::uuid, 'titulo', 'Usina ' || n,
                    'contato_id', md5('c' || n)::uuid, 'posicao', 'b' || lpad(n::text, 6, '0'), 'etapa_id', case when n % 2 = 0 then '{funil.Novo.Id}' else '{funil.Proposta.Id}' end,
                    'responsavel_id', (select array_agg(usuario_id) from membros where organizacao_id = m.organizacao_id)[1 + n % 20])) o
                from oportunidades m, generate_series(1, {Linhas}) n where m.organizacao_id = '{organizacao.Id}' offset 0) copias
            """);
        await app.Banco.ExecutarAsync("analyze");
        return new OrganizacaoGrande(ana, funil);
    }
}
