namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// A record and a call, by their places in order, that can be one call while the provider's clock is ahead by De to Ate seconds;
/// from FimDe to FimAte they have the same end too.
/// </summary>
internal sealed record ParNoRelogio(int Registro, int Ligacao, int Acordo, int De, int Ate, int FimDe, int FimAte)
{
    // One pair more outweighs any agreement of the others.
    private const int Par = 1_000_000;

    public static int Pares(int valor) => (valor + (Par / 2)) / Par;

    public static List<ParNoRelogio> Todos(
        List<RegistroNoRamal> registros, List<LigacaoNoRamal> ligacoes, FaixaDeRelogio faixa, TimeSpan? conhecido) =>
    [
        .. from r in Enumerable.Range(0, registros.Count)
           from l in Enumerable.Range(0, ligacoes.Count)
           where ParPossivel.EmQualquerRelogio(registros[r], ligacoes[l])
           let par = Em(r, l, registros[r], ligacoes[l], faixa, conhecido)
           where par.De <= par.Ate
           select par,
    ];

    public bool Em(int segundos) => segundos >= De && segundos <= Ate;

    public int Valor(int segundos) => Par + Acordo + (segundos >= FimDe && segundos <= FimAte ? 1 : 0);

    private static ParNoRelogio Em(int r, int l, RegistroNoRamal registro, LigacaoNoRamal ligacao, FaixaDeRelogio faixa, TimeSpan? conhecido)
    {
        var par = Em(r, l, registro, ligacao, ParPossivel.Relogios(registro, ligacao, faixa));
        return par.De > par.Ate && conhecido is { } c ? Em(r, l, registro, ligacao, ParPossivel.ComOutroFim(registro, ligacao, c)) : par;
    }

    private static ParNoRelogio Em(int r, int l, RegistroNoRamal registro, LigacaoNoRamal ligacao, FaixaDeRelogio possivel)
    {
        var fim = ParPossivel.MesmoFim(registro, ligacao);
        return new ParNoRelogio(
            r,
            l,
            ParPossivel.Acordo(registro, ligacao),
            (int)Math.Ceiling(possivel.De.TotalSeconds),
            (int)Math.Floor(possivel.Ate.TotalSeconds),
            (int)Math.Ceiling(fim?.De.TotalSeconds ?? 1),
            (int)Math.Floor(fim?.Ate.TotalSeconds ?? 0));
    }
}
