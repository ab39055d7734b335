using System.Runtime.CompilerServices;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.Novidades;

/// <summary>Sees with each save what others look at, and has it told once it stands.</summary>
public sealed class NovidadesInterceptor(Anuncios anuncios, IHttpContextAccessor acesso) : SaveChangesInterceptor
{
    // A sign of life, every few seconds of a call, is nothing to look at.
    private static readonly string[] _daLigacao = [nameof(Ligacao.Status), nameof(Ligacao.AtendidaEm), nameof(Ligacao.ResultadoId), nameof(Ligacao.OportunidadeId)];

    // A save that opens its own transaction has committed when it is over.
    private readonly ConditionalWeakTable<DbContext, Guardadas> _semTransacao = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is CrmDbContext { Organizacao.Id: { } organizacaoId } db && NovidadesDe(db, organizacaoId) is { Length: > 0 } novidades)
        {
            if (db.Database.CurrentTransaction is null)
            {
                _semTransacao.AddOrUpdate(db, new Guardadas(novidades));
            }
            else
            {
                Array.ForEach(novidades, novidade => db.FazerDepoisDoCommit(() => anuncios.Juntar(novidade)));
            }
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && _semTransacao.TryGetValue(db, out var guardadas))
        {
            _semTransacao.Remove(db);
            Array.ForEach(guardadas.Novidades, anuncios.Juntar);
        }

        return ValueTask.FromResult(result);
    }

    private Novidade[] NovidadesDe(CrmDbContext db, Guid organizacaoId)
    {
        var mudadas = db.ChangeTracker.Entries().ToList();
        var doFunil = mudadas.Any(MudaOFunil) ? [new Novidade(organizacaoId, TipoDeNovidade.Funil, AbaDoPedido.De(acesso.HttpContext))] : Array.Empty<Novidade>();
        var recados = mudadas.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<Recado>();
        return [.. doFunil, .. recados.Select(r => r.ParaId).Distinct().Select(id => new Novidade(organizacaoId, TipoDeNovidade.Recados, null, id))];
    }

    private static bool MudaOFunil(EntityEntry entrada) => entrada.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entrada.Entity switch
    {
        Oportunidade or Etapa or Contato or Tarefa => true,
        Ligacao => entrada.State != EntityState.Modified || _daLigacao.Any(p => entrada.Property(p).IsModified),
        _ => false,
    };

    private sealed record Guardadas(Novidade[] Novidades);
}
