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
    private readonly ConditionalWeakTable<DbContext, Guardada> _semTransacao = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is CrmDbContext { Organizacao.Id: { } organizacaoId } db && db.ChangeTracker.Entries().Any(MudaOFunil))
        {
            var novidade = new Novidade(organizacaoId, TipoDeNovidade.Funil, AbaDoPedido.De(acesso.HttpContext));
            if (db.Database.CurrentTransaction is null)
            {
                _semTransacao.AddOrUpdate(db, new Guardada(novidade));
            }
            else
            {
                db.FazerDepoisDoCommit(() => anuncios.Juntar(novidade));
            }
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && _semTransacao.TryGetValue(db, out var guardada))
        {
            _semTransacao.Remove(db);
            anuncios.Juntar(guardada.Novidade);
        }

        return ValueTask.FromResult(result);
    }

    private static bool MudaOFunil(EntityEntry entrada) => entrada.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entrada.Entity switch
    {
        Oportunidade or Etapa or Contato or Tarefa => true,
        Ligacao => entrada.State != EntityState.Modified || _daLigacao.Any(p => entrada.Property(p).IsModified),
        _ => false,
    };

    private sealed record Guardada(Novidade Novidade);
}
