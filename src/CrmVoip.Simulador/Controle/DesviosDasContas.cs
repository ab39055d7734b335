using System.Collections.Concurrent;

namespace CrmVoip.Simulador.Controle;

/// <summary>What tests asked of each account, by its domain, and what of it is used up.</summary>
public sealed class DesviosDasContas(TimeProvider relogio)
{
    private readonly ConcurrentDictionary<string, Estado> estados = [];

    public Desvios De(string dominio) => estados.GetValueOrDefault(dominio)?.Desvios ?? Desvios.Nenhum;

    public void Definir(string dominio, Desvios desvios) => estados[dominio] = new Estado(desvios, relogio.GetUtcNow());

    public void Limpar() => estados.Clear();

    /// <summary>The refusal that this request gets, counted; null when it is served.</summary>
    public Recusa? Recusar(string dominio, string caminho, int pagina)
    {
        if (estados.GetValueOrDefault(dominio) is not { Desvios.Recusa: { } recusa } estado
            || !caminho.Contains(recusa.Caminho ?? "", StringComparison.Ordinal)
            || (recusa.Pagina is { } qual && qual != pagina)
            || (recusa.Segundos is { } duracao && relogio.GetUtcNow() > estado.Desde.AddSeconds(duracao)))
        {
            return null;
        }

        return recusa.Vezes is { } vezes && Interlocked.Increment(ref estado.Recusadas) > vezes ? null : recusa;
    }

    private sealed class Estado(Desvios desvios, DateTimeOffset desde)
    {
        public int Recusadas;

        public Desvios Desvios { get; } = desvios;

        public DateTimeOffset Desde { get; } = desde;
    }
}
