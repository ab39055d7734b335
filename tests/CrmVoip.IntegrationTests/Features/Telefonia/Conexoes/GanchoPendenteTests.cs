using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Conexoes;

/// <summary>A webhook that could not be registered when the connection was made.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class GanchoPendenteTests(AplicacaoFixture app, SimuladorDeTeste simulador) : IClassFixture<SimuladorDeTeste>
{
    [Fact]
    public async Task Webhook_is_registered_as_soon_as_the_provider_answers_and_then_the_work_is_over()
    {
        var organizacao = await app.CriarOrganizacaoAsync();
        await organizacao.ConectarAsync("http://127.0.0.1:9/api/v1", SimuladorDeTeste.Token, SimuladorDeTeste.Dominio);
        await app.Services.GetRequiredService<Semeador>().SemearAsync(organizacao.Id, CancellationToken.None);

        await organizacao.TrabalharAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(EstadoDoGancho.Recusado, await EstadoAsync(organizacao));
        Assert.InRange(Assert.Single(await organizacao.TrabalhosAsync(), EhDoGancho).VenceEm, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(6));

        await organizacao.ComDbAsync(async db =>
        {
            (await db.Integracoes.SingleAsync()).ApontarPara(simulador.BaseUrl, null, null);
            return await db.SaveChangesAsync();
        });
        await organizacao.TrabalharAsync(TimeSpan.FromMinutes(11));

        Assert.Equal(EstadoDoGancho.Completo, await EstadoAsync(organizacao));
        Assert.DoesNotContain(await organizacao.TrabalhosAsync(), EhDoGancho);
    }

    private static bool EhDoGancho(LinhaDeTrabalho trabalho) => trabalho.Tipo == RegistrarGanchoPendente.Tipo;

    private static Task<EstadoDoGancho> EstadoAsync(OrganizacaoDeTeste organizacao) =>
        organizacao.ComDbAsync(db => db.Integracoes.Select(i => i.Gancho).SingleAsync());
}
