namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// The ways to pair records and calls of one ramal in order, on one clock, that explain most: as many pairs as can be, then the
/// best agreement. Calls of one browser do not overlap, so pairs never cross.
/// </summary>
internal sealed class Alinhamento
{
    private readonly int[,] _antes;
    private readonly int[,] _depois;
    private readonly int[,] _valor;

    /// <param name="segundos">How far the provider's clock is ahead.</param>
    /// <param name="registros">How many records there are; pairs count them in the order they started.</param>
    /// <param name="ligacoes">How many calls there are, in the order they were dialled.</param>
    /// <param name="pares">What is possible on some clock.</param>
    public Alinhamento(int segundos, int registros, int ligacoes, IEnumerable<ParNoRelogio> pares)
    {
        Segundos = segundos;
        _valor = new int[registros, ligacoes];
        foreach (var par in pares.Where(p => p.Em(segundos)))
        {
            _valor[par.Registro, par.Ligacao] = par.Valor(segundos);
        }

        _antes = new int[registros + 1, ligacoes + 1];
        _depois = new int[registros + 2, ligacoes + 2];
        for (var r = 1; r <= registros; r++)
        {
            for (var l = 1; l <= ligacoes; l++)
            {
                _antes[r, l] = Maior(_antes[r - 1, l], _antes[r, l - 1], _antes[r - 1, l - 1], _valor[r - 1, l - 1]);
            }
        }

        for (var r = registros; r >= 1; r--)
        {
            for (var l = ligacoes; l >= 1; l--)
            {
                _depois[r, l] = Maior(_depois[r + 1, l], _depois[r, l + 1], _depois[r + 1, l + 1], _valor[r - 1, l - 1]);
            }
        }
    }

    public int Segundos { get; }

    /// <summary>What the best pairing is worth; 0 when nothing can be paired.</summary>
    public int Valor => _antes[_antes.GetLength(0) - 1, _antes.GetLength(1) - 1];

    public int Pares => ParNoRelogio.Pares(Valor);

    /// <summary>The calls that this record is in some best pairing; null stands for none.</summary>
    public IEnumerable<int?> Opcoes(int registro)
    {
        var ligacoes = _valor.GetLength(1);
        for (var l = 0; l < ligacoes; l++)
        {
            if (_valor[registro, l] > 0 && _antes[registro, l] + _valor[registro, l] + _depois[registro + 2, l + 2] == Valor)
            {
                yield return l;
            }
        }

        for (var l = 0; l <= ligacoes; l++)
        {
            if (_antes[registro, l] + _depois[registro + 2, l + 1] == Valor)
            {
                yield return null;
                yield break;
            }
        }
    }

    private static int Maior(int semRegistro, int semLigacao, int comPar, int valor) =>
        Math.Max(Math.Max(semRegistro, semLigacao), valor > 0 ? comPar + valor : 0);
}
