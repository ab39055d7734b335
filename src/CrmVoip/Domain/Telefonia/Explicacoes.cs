namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// The pairings that explain most, on every clock that explains as much. Combinadas: the clock is known, as good as ours, agreed
/// on by several records, or shown by one that was heard of as soon as it ended; else it is only one that would fit.
/// </summary>
internal sealed class Explicacoes
{
    // What is known of a clock, and what is presumed of one nobody knows: that it is ours.
    private const int RelogioConhecido = 8;
    private const int RecebidoLogo = 10;

    private readonly List<Alinhamento> _melhores;

    private Explicacoes(List<Alinhamento> melhores, bool combinadas, bool seguras, TimeSpan? adiantado)
    {
        _melhores = melhores;
        Combinadas = combinadas;
        Seguras = seguras;
        Adiantado = adiantado;
    }

    public bool Combinadas { get; }

    public bool Seguras { get; }

    /// <summary>The clock as it was known, or in the middle of those that explain most.</summary>
    public TimeSpan? Adiantado { get; }

    public static Explicacoes De(List<RegistroNoRamal> registros, List<LigacaoNoRamal> ligacoes, TimeSpan? conhecido, TimeSpan? porOutras)
    {
        var folga = TimeSpan.FromSeconds(RelogioConhecido);
        var faixa = conhecido is { } c ? new FaixaDeRelogio(c - folga, c + folga) : FaixaDeRelogio.Toda;
        var pares = ParNoRelogio.Todos(registros, ligacoes, faixa, porOutras);
        var melhores = Melhores(registros.Count, ligacoes.Count, pares);
        var combinadas = conhecido is not null || melhores.Exists(m => m.Pares > 1);
        var seguras = combinadas || melhores.TrueForAll(m => Math.Abs(m.Segundos) <= RelogioConhecido || Logo(m, registros));
        var mostrado = seguras ? RelogioDoProvedor.Mediana(melhores.Select(m => TimeSpan.FromSeconds(m.Segundos))) : null;
        return new Explicacoes(melhores, combinadas, seguras, conhecido ?? mostrado);
    }

    /// <summary>The calls that this record is in some best explanation; null stands for none.</summary>
    public IEnumerable<int?> Opcoes(int registro) => _melhores.SelectMany(m => m.Opcoes(registro)).Distinct();

    private static List<Alinhamento> Melhores(int registros, int ligacoes, List<ParNoRelogio> pares)
    {
        var melhores = new List<Alinhamento>();
        var maior = 1;
        foreach (var (segundos, possiveis) in Promessas(pares))
        {
            if (melhores.Count > 0 && possiveis < melhores[0].Pares)
            {
                break;
            }

            var alinhamento = new Alinhamento(segundos, registros, ligacoes, pares);
            if (alinhamento.Valor > maior)
            {
                melhores.Clear();
                maior = alinhamento.Valor;
            }

            if (alinhamento.Valor == maior)
            {
                melhores.Add(alinhamento);
            }
        }

        return melhores;
    }

    /// <summary>Clocks with how many records could be paired on each at best, the most promising first.</summary>
    private static IEnumerable<(int Segundos, int Possiveis)> Promessas(List<ParNoRelogio> pares)
    {
        var folga = (int)FaixaDeRelogio.Toda.Ate.TotalSeconds;
        var (possiveis, ultimo) = (new int[(2 * folga) + 1], new int[(2 * folga) + 1]);
        foreach (var par in pares)
        {
            for (var s = par.De + folga; s <= par.Ate + folga; s++)
            {
                // Pairs come record by record: each counts once on a clock.
                possiveis[s] += ultimo[s] == par.Registro + 1 ? 0 : 1;
                ultimo[s] = par.Registro + 1;
            }
        }

        return Enumerable.Range(0, possiveis.Length).Where(s => possiveis[s] > 0).Select(s => (s - folga, possiveis[s]))
            .OrderByDescending(p => p.Item2).ThenBy(p => Math.Abs(p.Item1)).ThenBy(p => p.Item1);
    }

    private static bool Logo(Alinhamento alinhamento, List<RegistroNoRamal> registros) =>
        registros.Where((r, i) => alinhamento.Opcoes(i).Any(o => o is not null)).All(
            r => r.FimRecebidoEm - r.FimEm + TimeSpan.FromSeconds(alinhamento.Segundos) <= TimeSpan.FromSeconds(RecebidoLogo));
}
