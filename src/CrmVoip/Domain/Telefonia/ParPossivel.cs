namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// Whether a record can be a call at all, given how far the provider's clock is ahead, and how well the two agree. Only what is
/// impossible is refused here; what is merely unlikely only weighs.
/// </summary>
public static class ParPossivel
{
    private const int ConversaIgual = 3;
    private const int ConversaOutra = 10;

    // A hang-up both sides knew of reaches the provider at once.
    private static readonly TimeSpan _fimCombinado = TimeSpan.FromSeconds(10);

    // A network that went away is noticed late by the provider.
    private static readonly TimeSpan _fimTardio = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _arredondamento = TimeSpan.FromSeconds(3);

    // Signs are given every five seconds, and some get lost.
    private static readonly TimeSpan _sinalDepoisDoFim = TimeSpan.FromSeconds(20);

    /// <summary>Whatever the clock.</summary>
    public static bool EmQualquerRelogio(RegistroNoRamal registro, LigacaoNoRamal ligacao) =>
        !ligacao.PeloDiscador
        && registro.RecebidoEm >= ligacao.CriadaEm
        && registro.Chave.Mesmo(ligacao.Chave);

    public static bool Com(TimeSpan adiantado, RegistroNoRamal registro, LigacaoNoRamal ligacao)
    {
        if (!EmQualquerRelogio(registro, ligacao))
        {
            return false;
        }

        var (de, ate) = ligacao.PodeComecar;
        return !(registro.InicioEm - adiantado < de || registro.InicioEm - adiantado > ate)
            && !(registro.ComecoProvavel - adiantado > ligacao.FimEm + _arredondamento)
            && Causal(adiantado, registro)
            && FimPossivel(registro.FimEm - adiantado, ligacao);
    }

    /// <summary>More is better; contradictions count against the pair.</summary>
    public static int Acordo(TimeSpan adiantado, RegistroNoRamal registro, LigacaoNoRamal ligacao) =>
        Atendimentos(registro.Atendida, ligacao.Atendida)
        + Conversas(registro.Conversa, ligacao.Conversa)
        + (ligacao is { FimEm: { } fim, FimCombinado: true } && registro.FimEm is { } dito && (dito - adiantado - fim).Duration() <= _arredondamento ? 1 : 0);

    // Nothing is heard of before it happened.
    private static bool Causal(TimeSpan adiantado, RegistroNoRamal registro) =>
        registro.FimEm is not { } fim || registro.FimRecebidoEm is not { } recebido || fim - adiantado <= recebido + _arredondamento;

    private static bool FimPossivel(DateTimeOffset? fim, LigacaoNoRamal ligacao)
    {
        if (fim is null)
        {
            return true;
        }

        return !(fim + _sinalDepoisDoFim < ligacao.UltimoSinalEm)
            && ligacao switch
            {
                { FimEm: null } => true,
                { FimCombinado: true, FimEm: { } combinado } => (fim.Value - combinado).Duration() <= _fimCombinado,
                { FimEm: { } visto } => fim >= visto - _fimCombinado && fim <= visto + _fimTardio,
            };
    }

    private static int Atendimentos(Atendimento dito, bool? visto) => (dito, visto) switch
    {
        (Atendimento.Sim, true) or (Atendimento.Nao, false) => 2,
        (Atendimento.Sim, false) or (Atendimento.Nao, true) => -2,
        _ => 0,
    };

    private static int Conversas(int? dita, int? vista) => (dita - vista) switch
    {
        { } diferenca when Math.Abs(diferenca) <= ConversaIgual => 3,
        { } diferenca when Math.Abs(diferenca) > ConversaOutra => -3,
        _ => 0,
    };
}
