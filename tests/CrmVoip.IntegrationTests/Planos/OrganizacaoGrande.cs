using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Vendas.Busca;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.IntegrationTests.Features.Vendas.Oportunidades;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.IntegrationTests.Planos;

/// <summary>One organization with 10,000 open deals, contacts, calls, audited facts and webhooks, made once and only read. One in two hundred is of one deal.</summary>
public sealed class OrganizacaoGrande(PessoaDeTeste pessoa, PessoaDeTeste vendedor, FunilDeTeste funil, OrganizacaoGrande.Umas umas)
{
    public const int Linhas = 10_000;
    private static readonly SemaphoreSlim _uma = new(1, 1);
    private static OrganizacaoGrande? _feita;

    /// <summary>An administrador, whose are all calls.</summary>
    public PessoaDeTeste Pessoa => pessoa;

    /// <summary>Who made no call.</summary>
    public PessoaDeTeste Vendedor => vendedor;

    public Oportunidade Oportunidade => funil.Oportunidades[0];

    /// <summary>An id that a route of the product takes where it stands.</summary>
    public Guid IdDe(string rota) => rota switch
    {
        _ when rota.Contains("{etapaId", StringComparison.Ordinal) => funil.Proposta.Id,
        _ when rota.EndsWith("/reativar", StringComparison.Ordinal) => umas.ExColega,
        _ when rota.StartsWith("/configuracoes/etapas/", StringComparison.Ordinal) => funil.Novo.Id,
        _ when rota.StartsWith("/configuracoes/motivos/", StringComparison.Ordinal) => umas.Motivo,
        _ when rota.StartsWith("/configuracoes/resultados/", StringComparison.Ordinal) => umas.Resultado,
        _ when rota.StartsWith("/importacoes/", StringComparison.Ordinal) => umas.Importacao,
        _ when rota.StartsWith("/contatos/", StringComparison.Ordinal) => Oportunidade.ContatoId,
        _ when rota.StartsWith("/tarefas/", StringComparison.Ordinal) => umas.Tarefa,
        _ when rota.StartsWith("/membros/", StringComparison.Ordinal) => umas.Colega,
        _ when rota.StartsWith("/convites/", StringComparison.Ordinal) => umas.Convite,
        _ when rota.StartsWith("/ramais/", StringComparison.Ordinal) => umas.Ramal,
        _ when rota.StartsWith("/ligacoes/", StringComparison.Ordinal) || rota.StartsWith("/telefonia/", StringComparison.Ordinal) => umas.Ligacao,
        _ => funil.Oportunidades[0].Id,
    };

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
    public Task<PlanoExecutado> ExplicarAsync(ComandoExecutado executado, PessoaDeTeste quem) => pessoa.Organizacao.ComDbAsync(
        async db =>
        {
            await using var comando = new NpgsqlCommand(
                $"savepoint antes; explain (analyze, format json) {executado.Texto}", (NpgsqlConnection)db.Database.GetDbConnection());
            comando.Parameters.AddRange(executado.Parametros.Select(p => p.Clone()).ToArray());
            var plano = PlanoExecutado.De((string)(await comando.ExecuteScalarAsync())!);
            await db.Database.ExecuteSqlRawAsync("rollback to savepoint antes");
            return plano;
        },
        como: quem);

    private static async Task<OrganizacaoGrande> FazerAsync(AplicacaoFixture app)
    {
        await OrganizacoesVizinhas.FazerAsync(app);
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
            insert into contatos (organizacao_id, id, nome, empresa, email, telefone, telefone_texto, criado_em)
            select organizacao_id, md5('c' || n)::uuid, 'Contato ' || n, empresa, email, '+55119' || lpad(n::text, 8, '0'), telefone_texto, criado_em
            from contatos, generate_series(1, {Linhas}) n where organizacao_id = '{organizacao.Id}'
            """);
        await app.Banco.ExecutarAsync(
            $"""
            insert into oportunidades (organizacao_id, id, titulo, valor, contato_id, etapa_id, posicao, responsavel_id, situacao, na_etapa_desde, criada_em, atualizada_em, proximo_passo_em, tarefas_prontas)
            select m.organizacao_id, md5('o' || n)::uuid, 'Usina ' || n, m.valor + n % 500, md5('c' || n)::uuid, case when n % 2 = 0 then '{funil.Novo.Id}' else '{funil.Proposta.Id}' end::uuid,
                'b' || lpad(n::text, 6, '0'), (select array_agg(usuario_id) from membros where organizacao_id = m.organizacao_id)[1 + n % 20], m.situacao,
                m.na_etapa_desde, m.criada_em, m.atualizada_em - n % 2000 * interval '1 minute', case when n % 2 = 0 then current_date + n % 40 - 20 end, true
            from oportunidades m, generate_series(1, {Linhas}) n where m.organizacao_id = '{organizacao.Id}'
            """);
        var (umaOportunidade, umContato) = (funil.Oportunidades[0].Id, funil.Oportunidades[0].ContatoId);
        var oportunidade = $"case when i % 200 = 0 then '{umaOportunidade}'::uuid else md5('o' || 1 + i % {Linhas})::uuid end";
        await MuitasLigacoes.FazerAsync(
            app.Banco, organizacao.Id, ana.Id, Linhas, oportunidade, $"case when i % 200 = 0 then '{umContato}'::uuid else md5('c' || 1 + i % {Linhas})::uuid end");
        await app.Banco.ExecutarAsync(
            $$"""
            insert into audit_log (organizacao_id, id, ocorrido_em, usuario_id, acao, entidade, entidade_id, oportunidade_id, dados)
            select '{{organizacao.Id}}', gen_random_uuid(), now() - i * interval '1 minute', '{{ana.Id}}', '{{Acoes.OportunidadeMovida}}', 'oportunidades', {{oportunidade}}, {{oportunidade}}, '{"de":"Novo","para":"Proposta"}'
            from generate_series(1, {{Linhas}}) i
            """);
        await app.Banco.ExecutarAsync(
            $$"""
            insert into eventos_do_provedor (organizacao_id, id, chave, corpo, recebido_em, processado_em, processar_em, tentativas)
            select '{{organizacao.Id}}', gen_random_uuid(), 'e' || i, '{}', now() - i * interval '1 minute', now(), now(), 1
            from generate_series(1, {{Linhas}}) i
            """);
        await app.Banco.ExecutarAsync(
            $$"""
            insert into notas (organizacao_id, id, autor_id, oportunidade_id, texto, criada_em, fixada_em)
            select '{{organizacao.Id}}', gen_random_uuid(), '{{ana.Id}}', {{oportunidade}}, 'Quer visita.', now() - i * interval '1 minute', case when i % 1000 = 0 then now() end
            from generate_series(1, {{Linhas}}) i
            """);
        await app.Banco.ExecutarAsync(
            $$"""
            insert into recados (organizacao_id, id, tipo, para_id, oportunidade_id, quantidade, criado_em, visto_em)
            select '{{organizacao.Id}}', gen_random_uuid(), 'passagem', '{{ana.Id}}', {{oportunidade}}, 1, now() - i * interval '1 minute', case when i > 10 then now() end
            from generate_series(1, {{Linhas}}) i
            """);
        // Open and done, overdue and to come, of everybody: five a person are of the deal.
        await app.Banco.ExecutarAsync(
            $"""
            insert into tarefas (organizacao_id, id, tipo, texto, dia, prazo, responsavel_id, oportunidade_id, concluida_em, criada_em)
            select '{organizacao.Id}', md5('t' || n)::uuid, (array['ligacao', 'reuniao', 'email', 'proposta', 'outra'])[1 + n % 5], 'Tarefa ' || n, hoje.dia + n % 40 - 20,
                (hoje.dia + n % 40 - 20 + time '23:59:59') at time zone 'UTC', (select array_agg(usuario_id) from membros where organizacao_id = '{organizacao.Id}')[1 + n % 20],
                case when n % 100 = 0 then '{umaOportunidade}'::uuid else md5('o' || n)::uuid end, case when n % 3 = 0 then now() - n * interval '1 minute' end, now()
            from generate_series(1, {Linhas}) n, (select (now() at time zone 'America/Sao_Paulo')::date dia) hoje
            """);
        await organizacao.ComServicoAsync<PreencherTelefones>(preencher => preencher.TudoAsync(CancellationToken.None));
        await organizacao.ComServicoAsync<IndexarBusca>(indexar => indexar.TudoAsync(CancellationToken.None));
        var colega = await organizacao.PessoaAsync();
        var exColega = await organizacao.PessoaAsync();
        await app.Banco.ExecutarAsync($"update membros set ativo = false where organizacao_id = '{organizacao.Id}' and usuario_id = '{exColega.Id}'");
        var convite = new Convite(organizacao.Id, "convidada@teste.example", Papel.Vendedor, ana.Id, DateTimeOffset.UtcNow);
        convite.Renovar(new string('0', Convite.HashTamanho), DateTimeOffset.UtcNow);
        await organizacao.SalvarAsync(convite);
        var motivo = new MotivoDePerda(organizacao.Id, "Preço", 1);
        await organizacao.SalvarAsync(motivo);
        var resultado = new ResultadoDeLigacao(organizacao.Id, "Visita marcada", 1);
        await organizacao.SalvarAsync(resultado);
        var ramal = await colega.ComRamalAsync("1999");
        var ligacao = await organizacao.ComDbAsync(db => db.Ligacoes.Where(l => l.UsuarioId == ana.Id).Select(l => l.Id).FirstAsync());
        var tarefa = await organizacao.ComDbAsync(db => db.Tarefas.Select(t => t.Id).FirstAsync());
        var importacao = await ImportacaoAsync(app, ana);
        await app.Banco.ExecutarAsync("analyze");
        return new OrganizacaoGrande(ana, colega, funil, new Umas(colega.Id, exColega.Id, convite.Id, ramal.Id, ligacao, motivo.Id, resultado.Id, tarefa, importacao));
    }

    /// <summary>Of as many rows, one in ten with a mistake, ready to be imported.</summary>
    private static async Task<Guid> ImportacaoAsync(AplicacaoFixture app, PessoaDeTeste ana)
    {
        var importacao = new Importacao(ana.Organizacao.Id, ana.Id, "contatos.csv", OrigemDaImportacao.Csv);
        importacao.Receber(["Nome", "Telefone"], true, [CampoDaImportacao.Nome, CampoDaImportacao.Telefone], Linhas, (1, Linhas));
        importacao.Analisar([CampoDaImportacao.Nome, CampoDaImportacao.Telefone], true, LinhaRepetida.Pular, false);
        importacao.Analisou(Linhas, Linhas, 0, 0);
        importacao.TerminarAnalise();
        await ana.Organizacao.SalvarAsync(importacao);
        await app.Banco.ExecutarAsync(
            $"""
            insert into linhas_da_importacao (organizacao_id, id, importacao_id, numero, celulas, destino)
            select '{importacao.OrganizacaoId}', gen_random_uuid(), '{importacao.Id}', i, array['Contato ' || i, '11960000001'], case when i % 10 = 0 then 'recusada' else 'nova' end from generate_series(1, {Linhas}) i
            """);
        return importacao.Id;
    }

    /// <summary>One of each that a page is about.</summary>
    public sealed record Umas(Guid Colega, Guid ExColega, Guid Convite, Guid Ramal, Guid Ligacao, Guid Motivo, Guid Resultado, Guid Tarefa, Guid Importacao);
}
