using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

/// <summary>Work for one organization outside a person's request: jobs and webhooks.</summary>
public sealed class EscopoDaOrganizacao(IServiceScopeFactory fabrica)
{
    /// <param name="organizacaoId">Whose work it is.</param>
    /// <param name="ct">Ends the work.</param>
    /// <param name="emNomeDe">The member whose rows it needs to see; nobody's otherwise.</param>
    /// <returns>Null when the organization does not exist or is inactive.</returns>
    public async Task<EscopoAberto?> AbrirAsync(Guid organizacaoId, CancellationToken ct, Guid? emNomeDe = null)
    {
        var escopo = fabrica.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
        var vinculo = await db.EmTransacaoAsync(
            () => db.Organizacoes
                .Where(o => o.Id == organizacaoId && o.Ativa)
                .Select(o => new Vinculo(o.Id, o.Slug, o.Nome, o.FusoHorario, null, null))
                .SingleOrDefaultAsync(ct),
            ct);
        if (vinculo is null)
        {
            await escopo.DisposeAsync();
            return null;
        }

        var atual = escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>();
        if (emNomeDe is { } pessoa)
        {
            atual.DefinirUsuario(pessoa);
        }

        atual.Definir(vinculo);

        // Nothing goes on in a transaction whose save failed, and two round trips with each save are what that would cost.
        db.Database.AutoSavepointsEnabled = false;
        return new EscopoAberto(escopo, db);
    }

    /// <summary>For what is done once, by an operator's command: nothing walks all organizations at an interval.</summary>
    public async Task<List<Guid>> TodasAsync(CancellationToken ct)
    {
        await using var escopo = fabrica.CreateAsyncScope();
        return await escopo.ServiceProvider.GetRequiredService<CrmDbContext>()
            .Organizacoes.Where(o => o.Ativa).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(ct);
    }
}

/// <summary>An open scope. Each unit of work is one EmTransacaoAsync on Db; none is held across a call to the provider.</summary>
public sealed class EscopoAberto(AsyncServiceScope escopo, CrmDbContext db) : IAsyncDisposable
{
    public CrmDbContext Db => db;

    public IServiceProvider Services => escopo.ServiceProvider;

    public ValueTask DisposeAsync() => escopo.DisposeAsync();
}
