namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>
/// How many records the facts single out no call for (open), and how many they single out the wrong one for (misled): a call made
/// outside that every fact takes for ours, whose own record was lost.
/// </summary>
internal sealed class HistoryCount
{
    private int _registros;
    private int _abertos;
    private int _enganados;

    public double Open => 100.0 * _abertos / Math.Max(1, _registros);

    public double Misled => 100.0 * _enganados / Math.Max(1, _registros);

    public void Count(bool distinguido, bool enganado)
    {
        Interlocked.Increment(ref _registros);
        Interlocked.Add(ref _abertos, distinguido ? 0 : 1);
        Interlocked.Add(ref _enganados, enganado ? 1 : 0);
    }

    public override string ToString() =>
        FormattableString.Invariant($"{_registros} records: {Open:0.00} % open, {Misled:0.000} % misled");
}
