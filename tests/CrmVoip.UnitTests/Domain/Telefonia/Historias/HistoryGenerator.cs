using CsCheck;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>Most days are simple; the share of what goes wrong is higher than in life, so that it meets.</summary>
public static class HistoryGenerator
{
    private static readonly Gen<double> _pausa = Gen.Frequency(
        (3, Gen.Double[1.5, 12]),
        (4, Gen.Double[12, 120]),
        (3, Gen.Double[120, 900]));

    private static readonly Gen<double> _ateDiscar = Gen.Frequency((9, Gen.Double[0.1, 1.2]), (1, Gen.Double[1.2, 15]));

    private static readonly Gen<double> _conversa = Gen.Frequency((2, Gen.Double[1, 20]), (5, Gen.Double[20, 200]), (1, Gen.Double[200, 900]));

    private static readonly Gen<double> _atraso = Gen.Frequency(
        (18, Gen.Double[0.2, 2]),
        (1, Gen.Double[2, 60]),
        (1, Gen.Double[60, 600]));

    private static readonly Gen<double> _atrasoDaLinha = Gen.Frequency((9, Gen.Double[20, 900]), (1, Gen.Double[900, 90_000]));

    private static readonly Gen<Defeito> _defeito = Gen.Frequency((24, Gen.Const(Defeito.Nenhum)), (1, Gen.Enum<Defeito>()));

    private static readonly Contada _nada = new(null, null, null, null, null, false, false);

    private static readonly Gen<Contada> _dita = Gen.Select(
        Talvez(90, Dita(_atraso)),
        Talvez(88, Dita(_atraso)),
        Talvez(8, Dita(Gen.Double[5, 300])),
        Talvez(40, Dita(Gen.Double[5, 60])),
        Talvez(90, Dita(_atrasoDaLinha)),
        Uma(30),
        Uma(5),
        (resposta, fim, deNovo, primeira, ultima, porContar, outroId) => new Contada(resposta, fim, deNovo, primeira, ultima, porContar, outroId));

    private static readonly Gen<Contada> _contada = Gen.Frequency((12, _dita), (1, Gen.Const(_nada)));

    private static readonly Gen<Passo> _passo = Gen.Select(
        Gen.Select(
            Gen.Frequency(
                (70, Gen.Const(Caminho.Navegador)), (8, Gen.Const(Caminho.Discador)), (14, Gen.Const(Caminho.Mesa)), (8, Gen.Const(Caminho.Entrada))),
            Gen.Frequency((5, Gen.Const(0)), (3, Gen.Const(1)), (2, Gen.Const(2))),
            _pausa,
            _ateDiscar,
            Gen.Double[1, 40],
            Gen.Frequency(
                (11, Gen.Const(Desfecho.Atendida)),
                (3, Gen.Const(Desfecho.Ocupado)),
                (3, Gen.Const(Desfecho.SemResposta)),
                (2, Gen.Const(Desfecho.Cancelada)),
                (1, Gen.Const(Desfecho.Recusada)))),
        Gen.Select(
            _conversa,
            Uma(5),
            Gen.Frequency(
                (90, Gen.Const(FimVisto.Limpo)), (4, Gen.Const(FimVisto.Rede)), (3, Gen.Const(FimVisto.Perdido)), (6, Gen.Const(FimVisto.Viva)), (3, Gen.Const(FimVisto.Desmentido))),
            Gen.Double[0, 240],
            Gen.Double[0, 1]),
        _contada,
        (a, b, contada) => new Passo(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, a.Item6, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5, contada));

    private static readonly Gen<double> _relogio = Gen.Frequency((7, Gen.Double[-3, 3]), (3, Gen.Double[-600, 600]));

    public static Gen<Historia> Historias { get; } = Gen.Select(
        _passo.Array[1, 6],
        _relogio,
        Uma(70),
        Gen.Int[0, 1_000_000],
        (passos, relogio, conhecido, mistura) => new HistoryBuilder(relogio, conhecido, mistura).Build(passos));

    private static Gen<Dita> Dita(Gen<double> atraso) => Gen.Select(atraso, _defeito, (a, d) => new Dita(a, d));

    private static Gen<Dita?> Talvez(int porCento, Gen<Dita> dita) =>
        Gen.Select(Uma(porCento), dita, (houve, d) => houve ? d : null);

    private static Gen<bool> Uma(int porCento) => Gen.Int[0, 99].Select(n => n < porCento);
}
