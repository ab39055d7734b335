using CrmVoip.Data;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A service of the product, in the scope of a test's organization. What opens its own transactions gets none.</summary>
public static class Servicos
{
    public static async Task<TResultado> ComServicoAsync<TServico, TResultado>(
        this OrganizacaoDeTeste organizacao, Func<TServico, CrmDbContext, Task<TResultado>> trabalho)
        where TServico : notnull
    {
        var escopos = organizacao.App.Services.GetRequiredService<EscopoDaOrganizacao>();
        await using var escopo = await escopos.AbrirAsync(organizacao.Id, CancellationToken.None);
        var servico = escopo!.Services.GetRequiredService<TServico>();
        if (servico is ITrabalho or CasarDeNovo or VigiarFluxo)
        {
            return await trabalho(servico, escopo.Db);
        }

        return await escopo.Db.EmTransacaoAsync(
            async () =>
            {
                var resultado = await trabalho(servico, escopo.Db);
                await escopo.Db.SaveChangesAsync();
                return resultado;
            },
            CancellationToken.None);
    }

    public static Task<TResultado> ComServicoAsync<TServico, TResultado>(this OrganizacaoDeTeste organizacao, Func<TServico, Task<TResultado>> trabalho)
        where TServico : notnull =>
        organizacao.ComServicoAsync<TServico, TResultado>((servico, _) => trabalho(servico));

    public static Task ComServicoAsync<TServico>(this OrganizacaoDeTeste organizacao, Func<TServico, Task> trabalho)
        where TServico : notnull =>
        organizacao.ComServicoAsync<TServico>((servico, _) => trabalho(servico));

    public static Task ComServicoAsync<TServico>(this OrganizacaoDeTeste organizacao, Func<TServico, CrmDbContext, Task> trabalho)
        where TServico : notnull =>
        organizacao.ComServicoAsync<TServico, bool>(async (servico, db) =>
        {
            await trabalho(servico, db);
            return true;
        });
}
