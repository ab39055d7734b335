namespace CrmVoip.Novidades;

/// <summary>What is to be told, put together by organization, kind and person until it leaves: a bulk move is one hint.</summary>
public sealed class Anuncios : IDisposable
{
    private readonly Lock _trava = new();
    private readonly SemaphoreSlim _ha = new(0, 1);
    private Dictionary<(Guid, TipoDeNovidade, Guid?), string?> _pendentes = [];

    public void Dispose() => _ha.Dispose();

    public void Juntar(Novidade novidade)
    {
        lock (_trava)
        {
            var chave = (novidade.OrganizacaoId, novidade.Tipo, novidade.PessoaId);
            _pendentes[chave] = !_pendentes.TryGetValue(chave, out var aba) || aba == novidade.Aba ? novidade.Aba : null;
            if (_ha.CurrentCount == 0)
            {
                _ha.Release();
            }
        }
    }

    /// <summary>Waits until there are some.</summary>
    public async Task<IReadOnlyList<Novidade>> TirarAsync(CancellationToken ct)
    {
        await _ha.WaitAsync(ct);
        lock (_trava)
        {
            var tiradas = _pendentes;
            _pendentes = [];
            return [.. tiradas.Select(p => new Novidade(p.Key.Item1, p.Key.Item2, p.Value, p.Key.Item3))];
        }
    }
}
