using System.Globalization;
using CrmVoip.Data;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>A database as the version before left it: its last migration, and rows in the words it wrote.</summary>
public static class VersaoAnterior
{
    public const string UltimaMigracao = "20261125001905_ProximoPassoEDesfecho";

    public static async Task MigrarAsync(BancoDeTestes banco)
    {
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        options.UsarCrm(banco.Dono);
        await using var db = new CrmDbContext(options.Options, new OrganizacaoAtual());
        await db.GetService<IMigrator>().MigrateAsync(UltimaMigracao);
    }

    /// <summary>An organization with one administrador who has a ramal, and a connection.</summary>
    public static Task OrganizacaoAsync(BancoDeTestes banco, Guid id, Guid pessoa) => banco.ExecutarAsync(
        $"""
        insert into organizacoes (id, slug, nome, fuso_horario, ativa, criada_em) values ('{id}', 'v{id:N}', 'Antiga', 'America/Sao_Paulo', true, now());
        insert into membros (organizacao_id, usuario_id, nome, email, papel, ativo, criado_em)
            values ('{id}', '{pessoa}', 'Ana', '{pessoa}@teste.example', 'administrador', true, now());
        insert into ramais_voip (organizacao_id, id, usuario_id, extension, sip_server, nome_exibicao, status, criado_em, atualizado_em)
            values ('{id}', gen_random_uuid(), '{pessoa}', '1001', 'aurora.simulador', '', 'ativo', now() - interval '30 days', now());
        insert into integracoes (organizacao_id, id, plataforma, base_url, status, sip_domain, criado_em, atualizado_em, modo_de_discagem, gancho, ice_servers)
            values ('{id}', gen_random_uuid(), 'api4com', 'http://127.0.0.1:9', 'conectada', 'aurora.simulador', now(), now(), 'sip', 'nao_registrado', array[]::text[]);
        """);

    /// <summary>A vendedor with a ramal, and what was done to it, by whom.</summary>
    public static async Task RamalAsync(
        BancoDeTestes banco, Guid organizacao, Guid pessoa, string extension, string servidor, string status, params (Guid Quem, string Acao, string Ramal, string Status)[] feitos)
    {
        var id = Guid.NewGuid();
        await banco.ExecutarAsync(
            $"""
            insert into membros (organizacao_id, usuario_id, nome, email, papel, ativo, criado_em)
                values ('{organizacao}', '{pessoa}', 'Pessoa', '{pessoa}@teste.example', 'vendedor', true, now());
            insert into ramais_voip (organizacao_id, id, usuario_id, extension, sip_server, nome_exibicao, status, criado_em, atualizado_em)
                values ('{organizacao}', '{id}', '{pessoa}', '{extension}', '{servidor}', '', '{status}', now() - interval '20 days', now());
            """);
        for (var i = 0; i < feitos.Length; i++)
        {
            var (quem, acao, ramal, entao) = feitos[i];
            await banco.ExecutarAsync(
                $$"""
                insert into audit_log (organizacao_id, id, ocorrido_em, usuario_id, acao, entidade, entidade_id, dados)
                values ('{{organizacao}}', gen_random_uuid(), now() - interval '{{10 - i}} days', '{{quem}}', '{{acao}}', 'ramais_voip', '{{id}}', '{"ramal":"{{ramal}}","status":"{{entao}}"}');
                """);
        }
    }

    /// <summary>A pipeline of one stage with open deals of 100 each.</summary>
    public static Task FunilAsync(BancoDeTestes banco, Guid organizacao, Guid pessoa, int quantos) => banco.ExecutarAsync(
        $"""
        insert into funis (organizacao_id, id, nome, ordem) values ('{organizacao}', '{organizacao}', 'Vendas', 1);
        insert into etapas (organizacao_id, id, funil_id, nome, ordem) values ('{organizacao}', '{organizacao}', '{organizacao}', 'Novo', 1);
        insert into contatos (organizacao_id, id, nome, criado_em) values ('{organizacao}', '{organizacao}', 'Marina', now());
        insert into oportunidades (organizacao_id, id, titulo, valor, etapa_id, posicao, contato_id, responsavel_id, situacao, criada_em, atualizada_em, na_etapa_desde)
        select '{organizacao}', gen_random_uuid(), 'Usina', 100, '{organizacao}', 'a' || i, '{organizacao}', '{pessoa}', 'aberta', now(), now(), now() from generate_series(1, {quantos}) i;
        """);

    /// <summary>A call of 30 seconds that webhook and list told of, by one id or two; the recording only by the list.</summary>
    public static async Task LigacaoAsync(BancoDeTestes banco, Guid organizacao, Guid pessoa, Guid ligacao, int minutosAtras, string? idDaLista = null)
    {
        var id = $"p-{ligacao:N}";
        var inicio = Ha(minutosAtras);
        await banco.ExecutarAsync(
            $$"""
            insert into ligacoes (organizacao_id, id, usuario_id, numero_destino, numero_origem, sip_domain, direcao, status, origem_status, causa_desligamento,
                duracao_segundos, inicio_em, atendida_em, fim_em, gravacao_url, notas_versao, provedor_ids, metadata, ultimo_sinal_em, conferencias, criado_em)
            values ('{{organizacao}}', '{{ligacao}}', '{{pessoa}}', '+5511960000001', '1001', 'aurora.simulador', 'saida', 'atendida', 'reconciliacao', 'NORMAL_CLEARING',
                30, {{inicio}}, {{inicio}} + interval '5 seconds', {{inicio}} + interval '35 seconds', 'https://listener.example/{{id}}.mp3', 0, array['{{id}}'], '{"modo":"Sip"}',
                {{inicio}}, 0, {{inicio}});
            """);
        await FatoAsync(banco, organizacao, ligacao, "navegador", "encerrada", inicio, 35, "{\"causa\":\"normal\"}");
        await FatoAsync(banco, organizacao, ligacao, "navegador", "atendida", inicio, 5, "{}");
        await DoProvedorAsync(banco, organizacao, ligacao, "webhook", inicio, id, null);
        await DoProvedorAsync(banco, organizacao, ligacao, "reconciliacao", inicio, idDaLista ?? id, $"https://listener.example/{id}.mp3");
    }

    /// <summary>A whole second as a value of SQL: the call and its facts, written one after the other, tell the same.</summary>
    public static string Ha(int minutos) =>
        $"timestamptz '{DateTimeOffset.UtcNow.AddMinutes(-minutos).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}Z'";

    public static Task DoProvedorAsync(BancoDeTestes banco, Guid organizacao, Guid ligacao, string origem, string inicio, string id, string? gravacao) =>
        banco.ExecutarAsync(
            $$"""
            insert into ligacao_eventos (organizacao_id, id, ligacao_id, origem, tipo, ocorrido_em, recebido_em, dados)
            values ('{{organizacao}}', gen_random_uuid(), '{{ligacao}}', '{{origem}}', 'encerrada', {{inicio}} + interval '35 seconds', {{inicio}} + interval '40 seconds',
                jsonb_strip_nulls(jsonb_build_object('provedor_id', '{{id}}', 'causa_provedor', 'NORMAL_CLEARING', 'inicio_em', {{inicio}}, 'fim_em', {{inicio}} + interval '35 seconds',
                    'atendida_em', {{(origem == "webhook" ? inicio + " + interval '5 seconds'" : "null::timestamptz")}}, 'duracao_segundos', 30,
                    'gravacao_url', {{(gravacao is null ? "null::text" : $"'{gravacao}'")}})));
            """);

    private static Task<int> FatoAsync(BancoDeTestes banco, Guid organizacao, Guid ligacao, string origem, string tipo, string inicio, int segundos, string dados) =>
        banco.ExecutarAsync(
            $"""
            insert into ligacao_eventos (organizacao_id, id, ligacao_id, origem, tipo, ocorrido_em, recebido_em, dados)
            values ('{organizacao}', gen_random_uuid(), '{ligacao}', '{origem}', '{tipo}', {inicio} + interval '{segundos} seconds', {inicio} + interval '{segundos + 1} seconds', '{dados}');
            """);
}
