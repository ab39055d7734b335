using System.Globalization;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Hosting;

/// <summary>From the version before to this one, with what people had: nothing is lost, and it may be interrupted.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class AtualizacaoTests(AplicacaoFixture app)
{
    private const string Valores =
        "select id, status, origem_status, duracao_segundos, inicio_em, atendida_em, fim_em, gravacao_url, usuario_id from ligacoes order by id";

    [Fact]
    public async Task Calls_of_the_version_before_keep_their_values_and_gain_records_and_holders()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await VersaoAnterior.MigrarAsync(banco);
        var (uma, outra, pessoa) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var organizacao in new[] { uma, outra })
        {
            await VersaoAnterior.OrganizacaoAsync(banco, organizacao, pessoa);
            for (var i = 0; i < 3; i++)
            {
                await VersaoAnterior.LigacaoAsync(banco, organizacao, pessoa, Guid.NewGuid(), 600 + (i * 60), i == 2 ? $"outro-{organizacao:N}" : null);
            }
        }

        await banco.ExecutarAsync(
            $"insert into eventos_do_provedor (organizacao_id, id, chave, corpo, recebido_em, processar_em, tentativas) values ('{uma}', gen_random_uuid(), 'k', '{{}}', now(), now(), 0)");
        var antes = await LinhasAsync(banco);

        await using var instancia = await app.InstanciaEmAsync(banco);
        Assert.Equal(antes, await LinhasAsync(banco));
        await PreencherAlgumasAsync(instancia.Services, uma);
        var saida = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(0, await instancia.Services.GetRequiredService<PreenchimentoDoOperador>().ExecutarAsync(saida, CancellationToken.None));

        Assert.Contains($"{uma}: 2 records made, 0 calls left", saida.ToString());
        Assert.Contains($"{outra}: 3 records made, 0 calls left", saida.ToString());
        Assert.Equal(antes, await LinhasAsync(banco));
        Assert.Equal([3L, 3L], (await banco.LerAsync("select count(*) from registros_do_provedor where ligacao_id is not null group by organizacao_id")).Select(l => l[0]));
        Assert.Equal(6L, (await banco.LerAsync("select count(*) from registros_do_provedor"))[0][0]);
        Assert.Equal(8L, (await banco.LerAsync("select count(*) from ids_dos_registros"))[0][0]);
        Assert.Equal(2L, (await banco.LerAsync("select count(*) from ramais_titulares where extension = '1001' and ate is null"))[0][0]);
        Assert.Equal(1L, (await banco.LerAsync($"select count(distinct linha_id) from trabalhos where tipo = 'processar-gancho' and organizacao_id = '{uma}'"))[0][0]);
    }

    [Fact]
    public async Task Deals_of_the_version_before_are_counted_and_those_written_before_the_count_too()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await VersaoAnterior.MigrarAsync(banco);
        var (uma, outra, pessoa) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var (organizacao, quantos) in new[] { (uma, 3), (outra, 7) })
        {
            await VersaoAnterior.OrganizacaoAsync(banco, organizacao, pessoa);
            await VersaoAnterior.FunilAsync(banco, organizacao, pessoa, quantos);
        }

        await using var instancia = await app.InstanciaEmAsync(banco);
        Assert.Equal([false, false], (await banco.LerAsync("select contado from funis")).Select(l => l[0]));
        await banco.ExecutarAsync($"update oportunidades set valor = 400 where organizacao_id = '{uma}' and posicao = 'a1'");
        await instancia.Services.GetRequiredService<PreenchimentoDoOperador>().ExecutarAsync(TextWriter.Null, CancellationToken.None);

        Assert.Equal([true, true], (await banco.LerAsync("select contado from funis")).Select(l => l[0]));
        Assert.Equal(
            [(uma, 3L, 600m), (outra, 7L, 700m)],
            (await banco.LerAsync("select organizacao_id, sum(quantidade), sum(valor) from contagens_do_funil group by 1 order by 2")).Select(l => ((Guid)l[0], (long)l[1], (decimal)l[2])));
    }

    [Fact]
    public async Task Next_steps_of_the_version_before_become_tasks_and_those_written_meanwhile_too()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await VersaoAnterior.MigrarAsync(banco);
        var (uma, outra, pessoa) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var (organizacao, quantos) in new[] { (uma, 3), (outra, 7) })
        {
            await VersaoAnterior.OrganizacaoAsync(banco, organizacao, pessoa);
            await VersaoAnterior.FunilAsync(banco, organizacao, pessoa, quantos);
        }

        await banco.ExecutarAsync("update oportunidades set proximo_passo = 'Visita', proximo_passo_em = '2030-12-02' where posicao <> 'a1'");
        const string Passos = "select organizacao_id || ' ' || posicao || ' ' || coalesce(proximo_passo, '') || ' ' || coalesce(proximo_passo_em::text, '') from oportunidades order by 1";
        await using var instancia = await app.InstanciaEmAsync(banco);
        var operador = instancia.Services.GetRequiredService<PreenchimentoDoOperador>();
        var antes = (await banco.LerAsync(Passos)).Select(l => (string)l[0]).ToList();
        for (var vez = 0; vez < 2; vez++)
        {
            await operador.ExecutarAsync(TextWriter.Null, CancellationToken.None);
            Assert.Equal(antes, (await banco.LerAsync(Passos)).Select(l => (string)l[0]));
            Assert.Equal(
                [(uma, 2L, pessoa), (outra, 6L, pessoa)],
                (await banco.LerAsync("select t.organizacao_id, count(*), max(responsavel_id::text)::uuid from tarefas t where texto = 'Visita' and dia = '2030-12-02' and tipo = 'outra' group by 1 order by 2"))
                    .Select(l => ((Guid)l[0], (long)l[1], (Guid)l[2])));
        }

        await banco.ExecutarAsync($"update oportunidades set proximo_passo = 'Ligar' where posicao = 'a1' and organizacao_id = '{uma}'");
        await operador.ExecutarAsync(TextWriter.Null, CancellationToken.None);
        Assert.Equal(["Ligar"], (await banco.LerAsync("select texto from tarefas where texto <> 'Visita'")).Select(l => (string)l[0]));
    }

    [Fact]
    public async Task Ramais_of_the_version_before_keep_who_gave_them_and_the_rest_waits()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await VersaoAnterior.MigrarAsync(banco);
        var (uma, outra, ana) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var (bia, caio, davi) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var organizacao in new[] { uma, outra })
        {
            await VersaoAnterior.OrganizacaoAsync(banco, organizacao, ana);
        }

        // bia: given. caio: the same number at another server. davi: given, changed by himself, then switched off by ana.
        await VersaoAnterior.RamalAsync(banco, uma, bia, "1002", "aurora.simulador", "ativo", (ana, "ramal.atribuido", "1002", "ativo"));
        await VersaoAnterior.RamalAsync(banco, uma, caio, "1002", "outro.simulador", "ativo", (caio, "ramal.salvo", "1002", "ativo"));
        await VersaoAnterior.RamalAsync(
            banco, uma, davi, "1004", "aurora.simulador", "inativo",
            (ana, "ramal.importado", "1003", "ativo"), (davi, "ramal.salvo", "1004", "ativo"), (ana, "ramal.salvo", "1004", "inativo"));

        await using var instancia = await app.InstanciaEmAsync(banco);
        var operador = instancia.Services.GetRequiredService<PreenchimentoDoOperador>();
        for (var vez = 0; vez < 2; vez++)
        {
            await operador.ExecutarAsync(TextWriter.Null, CancellationToken.None);

            var ramais = (await banco.LerAsync(
                $"select usuario_id, endereco, dado_por, desativado_por, provado_em is not null, direitos_em is not null from ramais_voip where organizacao_id = '{uma}'"))
                .ToDictionary(l => (Guid)l[0], l => (l[1] as string, l[2] as Guid?, l[3] as Guid?, (bool)l[4], (bool)l[5]));
            Assert.Equal(("1002@aurora.simulador", ana, null, false, true), ramais[bia]);
            Assert.Equal((null, null, null, false, true), ramais[caio]);
            Assert.Equal(("1004@aurora.simulador", null, ana, false, true), ramais[davi]);
            Assert.Equal(("1001@aurora.simulador", null, null, false, true), ramais[ana]);
            Assert.Equal([(uma, 4L), (outra, 1L)], (await banco.LerAsync("select organizacao_id, count(*) from ramais_voip group by 1 order by 2 desc")).Select(l => ((Guid)l[0], (long)l[1])));
        }
    }

    [Fact]
    public async Task Last_uses_of_ramais_and_ends_of_memberships_are_taken_over_from_the_record()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await VersaoAnterior.MigrarAsync(banco);
        var (uma, ana, bia, caio) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await VersaoAnterior.OrganizacaoAsync(banco, uma, ana);
        await VersaoAnterior.RamalAsync(
            banco, uma, bia, "1002", "aurora.simulador", "ativo", (bia, "telefone.credenciais", "1002", "ativo"), (bia, "telefone.credenciais", "1009", "ativo"));
        await VersaoAnterior.RamalAsync(banco, uma, caio, "1003", "aurora.simulador", "ativo");
        await banco.ExecutarAsync(
            $"""
            update membros set ativo = false where usuario_id = '{caio}';
            insert into audit_log (organizacao_id, id, ocorrido_em, usuario_id, acao, entidade, entidade_id, dados)
                values ('{uma}', gen_random_uuid(), now() - interval '3 days', '{ana}', '{Acoes.MembroDesativado}', 'membros', '{caio}', jsonb_build_object());
            """);

        await using var instancia = await app.InstanciaEmAsync(banco);
        await instancia.Services.GetRequiredService<PreenchimentoDoOperador>().ExecutarAsync(TextWriter.Null, CancellationToken.None);

        Assert.Equal(
            ["1001 nunca", "1002 10 dias", "1003 nunca"],
            (await banco.LerAsync(
                "select extension || ' ' || coalesce(extract(day from now() - ultimo_uso_em) || ' dias', 'nunca') from ramais_titulares where ate is null and usos_desde is not null order by 1"))
                .Select(l => (string)l[0]));
        Assert.Equal([(caio, 3)], (await banco.LerAsync("select usuario_id, extract(day from now() - desativado_em)::int from membros where desativado_em is not null")).Select(l => ((Guid)l[0], (int)l[1])));
    }

    [Fact]
    public async Task What_an_older_instance_writes_meanwhile_is_filled_by_the_next_run()
    {
        await using var banco = await BancoDeTestes.CriarAsync();
        await VersaoAnterior.MigrarAsync(banco);
        var (organizacao, pessoa, ligacao, nova) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await VersaoAnterior.OrganizacaoAsync(banco, organizacao, pessoa);
        await VersaoAnterior.LigacaoAsync(banco, organizacao, pessoa, ligacao, 600);
        await using var instancia = await app.InstanciaEmAsync(banco);
        var operador = instancia.Services.GetRequiredService<PreenchimentoDoOperador>();
        await operador.ExecutarAsync(TextWriter.Null, CancellationToken.None);

        await VersaoAnterior.LigacaoAsync(banco, organizacao, pessoa, nova, 500);
        await VersaoAnterior.DoProvedorAsync(banco, organizacao, ligacao, "reconciliacao", VersaoAnterior.Ha(600), $"p-{ligacao:N}", "https://listener.example/corrigida.mp3");
        await banco.ExecutarAsync("update ligacao_eventos set recebido_em = now() where dados ->> 'gravacao_url' like '%corrigida%'");
        await operador.ExecutarAsync(TextWriter.Null, CancellationToken.None);

        Assert.Equal(2L, (await banco.LerAsync("select count(*) from registros_do_provedor where ligacao_id is not null"))[0][0]);
        Assert.Equal("https://listener.example/corrigida.mp3", (await banco.LerAsync($"select gravacao_url from ligacoes where id = '{ligacao}'"))[0][0]);
    }

    // As far as a run that was stopped had come.
    private static async Task PreencherAlgumasAsync(IServiceProvider services, Guid organizacao)
    {
        await using var escopo = await services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(organizacao, CancellationToken.None);
        var primeira = await escopo!.Db.EmTransacaoAsync(() => escopo.Db.Ligacoes.OrderBy(l => l.Id).Select(l => l.Id).FirstAsync(), CancellationToken.None);
        await escopo.Db.EmTransacaoAsync(
            () => escopo.Services.GetRequiredService<PreencherLigacao>().ExecutarAsync(primeira, CancellationToken.None), CancellationToken.None);
    }

    private static async Task<List<string>> LinhasAsync(BancoDeTestes banco) =>
        [.. (await banco.LerAsync(Valores)).Select(l => string.Join(' ', l))];
}
