using CrmVoip.Data;
using CrmVoip.Hosting;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CrmVoip.IntegrationTests.Work;

/// <summary>What was lost, or never scheduled by an earlier version, is scheduled when somebody enters the organization.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class SemeadorTests(AplicacaoFixture app)
{
    [Fact]
    public async Task Organization_that_is_entered_gets_what_it_lacks_and_no_more_within_the_hour()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        var relogio = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var instancia = new Instancia(app, new Palco(), s => s.AddScoped<ISemente, SementeDeTeste>().AddSingleton<TimeProvider>(relogio));
        var semeador = instancia.Services.GetRequiredService<Semeador>();

        await semeador.PassarAsync(organizacao.Id);
        await semeador.PassarAsync(organizacao.Id);
        Assert.Equal(organizacao.Id, Assert.Single(await DeTesteAsync(organizacao)).LinhaId);

        relogio.Advance(TimeSpan.FromHours(1));
        await semeador.PassarAsync(organizacao.Id);
        Assert.Equal(2, (await DeTesteAsync(organizacao)).Count);
    }

    [Fact]
    public async Task Operator_s_command_sows_in_every_organization_and_the_list_tells_what_waits()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await using var instancia = new Instancia(app, new Palco(), s => s.AddScoped<ISemente, SementeDeTeste>());
        var operador = instancia.Services.GetRequiredService<TrabalhosDoOperador>();
        await using var saida = new StringWriter();

        Assert.Equal(0, await operador.ExecutarAsync("semear", saida, CancellationToken.None));
        await operador.ExecutarAsync(null, saida, CancellationToken.None);

        Assert.Single(await DeTesteAsync(organizacao));
        Assert.Contains("organizations have what they ought", saida.ToString(), StringComparison.Ordinal);
        Assert.Matches("teste-rapido +due 0, later [1-9]", saida.ToString());
        await app.Banco.ExecutarAsync($"delete from trabalhos where tipo = '{TrabalhoRapido.Tipo}'");
    }

    private static async Task<List<LinhaDeTrabalho>> DeTesteAsync(OrganizacaoDeTeste organizacao) =>
        [.. (await organizacao.TrabalhosAsync()).Where(t => t.Tipo == TrabalhoRapido.Tipo)];

    private sealed class SementeDeTeste(CrmDbContext db) : ISemente
    {
        public async Task SemearAsync(Agenda agenda, CancellationToken ct)
        {
            var id = await db.Organizacoes.Where(o => o.Id == db.Organizacao.IdExigido).Select(o => o.Id).SingleAsync(ct);
            await agenda.AgendarAsync<TrabalhoRapido>(id, TimeSpan.FromHours(1), ct);
        }
    }
}
