using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>Calls go when they are older than the operator keeps them, with what belongs to them and nothing else; by default they stay.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class ApagarLigacoesTests(AplicacaoFixture app)
{
    private const int Velha = 300;
    private const int Nova = 200;

    [Fact]
    public async Task Old_calls_go_with_facts_records_and_readings_and_younger_ones_and_those_of_others_stay()
    {
        var (cena, outra) = (await CenaAsync(), await CenaAsync());
        await using var instancia = app.OutraInstancia(("Crm:Retencao:Ligacoes", "250.00:00:00"));
        foreach (var uma in new[] { cena, outra })
        {
            await LigacoesAsync(uma);
            Assert.Equal((4, 4, 2, 2, 2), await ContarAsync(uma));
        }

        await TrabalharAsync(cena, instancia);

        Assert.Equal((2, 2, 1, 1, 1), await ContarAsync(cena));
        Assert.Equal((4, 4, 2, 2, 2), await ContarAsync(outra));
        Assert.Equal(0, await cena.Organizacao.ComDbAsync(db => db.Ligacoes.CountAsync(l => l.InicioEm < DateTimeOffset.UtcNow.AddDays(-250))));

        using var administrador = await (await cena.Organizacao.PessoaAsync(Papel.Administrador)).EntrarAsync();
        Assert.Contains("as ligações antigas: 2, anteriores a", (await administrador.PaginaAsync("/auditoria")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var caminho in new[] { "/oportunidades", $"/oportunidades/{cena.Oportunidade.Id}/historico", $"/oportunidades/{cena.Oportunidade.Id}/ligacoes" })
        {
            Assert.True((await administrador.GetAsync(caminho)).IsSuccessStatusCode, caminho);
        }
    }

    [Fact]
    public async Task Without_a_time_set_nothing_is_planned_and_nothing_goes()
    {
        var cena = await CenaAsync();
        await LigacoesAsync(cena);

        await TrabalharAsync(cena, null);

        Assert.Equal((4, 4, 2, 2, 2), await ContarAsync(cena));
        Assert.DoesNotContain(await cena.Organizacao.TrabalhosAsync(), t => t.Tipo == ApagarLigacoes.Tipo);
    }

    [Fact]
    public async Task Call_whose_facts_came_late_waits_for_them_to_be_old_and_one_that_gave_way_goes_with_its_other()
    {
        var cena = await CenaAsync();
        await using var instancia = app.OutraInstancia(("Crm:Retencao:Ligacoes", "250.00:00:00"));
        var (tardia, antiga, cedeu) = (await LigouAsync(cena, Velha), await LigouAsync(cena, Velha), await LigouAsync(cena, Velha));
        await app.Banco.ExecutarAsync($"update ligacao_eventos set recebido_em = now() - interval '3 days' where ligacao_id = '{tardia}'");
        await app.Banco.ExecutarAsync($"update ligacoes set substituida_por = '{antiga}' where id = '{cedeu}'");

        await TrabalharAsync(cena, instancia);

        Assert.Equal([tardia], await cena.Organizacao.ComDbAsync(db => db.Ligacoes.Select(l => l.Id).ToListAsync()));
    }

    [Theory]
    [InlineData("ligacoes", "inicio_em")]
    [InlineData("registros_do_provedor", "comeco_em")]
    public async Task Walls_keep_what_is_younger_than_ninety_days_whoever_asks(string tabela, string coluna)
    {
        var cena = await CenaAsync();
        await LigacoesAsync(cena);
        await SoltarAsync(cena);
        await app.Banco.ExecutarAsync($"update {tabela} set {coluna} = now() - interval '89 days' where organizacao_id = '{cena.Organizacao.Id}'");

        Assert.Equal(0, await TentarAsync(cena, tabela));
        await app.Banco.ExecutarAsync($"update {tabela} set {coluna} = now() - interval '91 days' where organizacao_id = '{cena.Organizacao.Id}'");
        Assert.True(await TentarAsync(cena, tabela) > 0);
    }

    private static async Task LigacoesAsync(CenaDeLigacao cena)
    {
        foreach (var dias in new[] { Velha, Nova })
        {
            await LigouAsync(cena, dias);
            await DoProvedorAsync(cena, dias);
        }
    }

    private static async Task<Guid> LigouAsync(CenaDeLigacao cena, int dias)
    {
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddDays(-dias));
        await cena.Organizacao.App.Banco.ExecutarAsync($"update ligacao_eventos set recebido_em = now() - interval '{dias} days' where ligacao_id = '{id}'");
        return id;
    }

    /// <summary>A call the provider told of, made outside, put back in time as a whole.</summary>
    private static async Task DoProvedorAsync(CenaDeLigacao cena, int dias)
    {
        var (banco, org) = (cena.Organizacao.App.Banco, cena.Organizacao.Id);
        await new AvisoDaOperadora(DateTimeOffset.UtcNow.AddMinutes(-20)) { Atendida = 5, Fim = 37, Id = Guid.NewGuid().ToString() }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        await cena.Organizacao.TrabalharAsync(TimeSpan.FromMinutes(5));
        var recente = $"organizacao_id = '{org}' and";
        await banco.ExecutarAsync($"update ligacoes set inicio_em = inicio_em - interval '{dias} days', ultimo_sinal_em = now() - interval '{dias} days' where {recente} registro_id is not null and inicio_em > now() - interval '2 days'");
        await banco.ExecutarAsync($"update registros_do_provedor set comeco_em = comeco_em - interval '{dias} days' where {recente} comeco_em > now() - interval '2 days'");
        await banco.ExecutarAsync($"update leituras_do_provedor set vista_em = vista_em - interval '{dias} days' where {recente} vista_em > now() - interval '2 days'");
        await banco.ExecutarAsync($"update ligacao_eventos set recebido_em = recebido_em - interval '{dias} days' where {recente} recebido_em > now() - interval '2 days'");
    }

    /// <summary>Keys would refuse as well, which is another wall.</summary>
    private static async Task SoltarAsync(CenaDeLigacao cena)
    {
        foreach (var sql in new[] { "update registros_do_provedor set ligacao_id = null", "update ligacoes set registro_id = null", "delete from ligacao_eventos", "delete from leituras_do_provedor", "delete from ids_dos_registros" })
        {
            await cena.Organizacao.App.Banco.ExecutarAsync($"{sql} where organizacao_id = '{cena.Organizacao.Id}'");
        }
    }

    private static Task<int> TentarAsync(CenaDeLigacao cena, string tabela) => cena.Organizacao.ComDbAsync(db => tabela == "ligacoes"
        ? db.Ligacoes.ExecuteDeleteAsync()
        : db.RegistrosDoProvedor.ExecuteDeleteAsync());

    private static async Task TrabalharAsync(CenaDeLigacao cena, WebApplicationFactory<CrmDbContext>? instancia)
    {
        var services = instancia?.Services ?? cena.Organizacao.App.Services;
        await services.GetRequiredService<Semeador>().SemearAsync(cena.Organizacao.Id, CancellationToken.None);
        await cena.Organizacao.TrabalharAsync(TimeSpan.FromHours(2), comFalhas: true, services);
    }

    private static Task<(int Ligacoes, int Fatos, int Registros, int Ids, int Leituras)> ContarAsync(CenaDeLigacao cena) => cena.Organizacao.ComDbAsync(async db => (
        await db.Ligacoes.CountAsync(),
        await db.LigacaoEventos.CountAsync(),
        await db.RegistrosDoProvedor.CountAsync(),
        await db.IdsDosRegistros.CountAsync(),
        await db.LeiturasDoProvedor.CountAsync()));

    private async Task<CenaDeLigacao> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        return cena;
    }
}
