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
        && !(ligacao.Viva && registro.FimRecebidoEm is not null)
        && registro.RecebidoEm >= ligacao.CriadaEm
        && registro.Chave.Mesmo(ligacao.Chave);

    public static bool Com(TimeSpan adiantado, RegistroNoRamal registro, LigacaoNoRamal ligacao) =>
        EmQualquerRelogio(registro, ligacao)
        && (registro.Datado ? Relogios(registro, ligacao, FaixaDeRelogio.Toda).Contem(adiantado) : SemDatas(registro, ligacao));

    /// <summary>The clocks, of those in question, on which the times of the two can be those of one call.</summary>
    public static FaixaDeRelogio Relogios(RegistroNoRamal registro, LigacaoNoRamal ligacao, FaixaDeRelogio emQuestao)
    {
        var comeco = ComMesmoComeco(registro, ligacao, emQuestao);
        return comeco.Vazia ? comeco : ComOutrosTempos(registro, ligacao, comeco, Fins(ligacao));
    }

    /// <summary>
    /// The same on a clock that is known: an answered call that started within seconds of the INVITE of one is that call even where the two sides tell of
    /// different ends, and the call then says so. Only the end that the call itself outlived excludes.
    /// </summary>
    public static FaixaDeRelogio ComOutroFim(RegistroNoRamal registro, LigacaoNoRamal ligacao, TimeSpan conhecido)
    {
        if (registro is not { InicioEm: not null, Atendida: Atendimento.Sim } || ligacao is not { ChamandoEm: not null, Atendida: true })
        {
            return FaixaDeRelogio.Nenhuma;
        }

        var comeco = ComMesmoComeco(registro, ligacao, new FaixaDeRelogio(conhecido - _arredondamento, conhecido + _arredondamento));
        return comeco.Vazia ? comeco : ComOutrosTempos(registro, ligacao, comeco, (null, null));
    }

    /// <summary>The clocks on which both have the same end.</summary>
    public static FaixaDeRelogio? MesmoFim(RegistroNoRamal registro, LigacaoNoRamal ligacao) =>
        ligacao is { FimEm: { } visto, FimCombinado: true } && registro.FimEm is { } dito
            ? new FaixaDeRelogio(dito - visto - _arredondamento, dito - visto + _arredondamento)
            : null;

    /// <summary>More is better; contradictions count against the pair. The end is not counted: it depends on the clock.</summary>
    public static int Acordo(RegistroNoRamal registro, LigacaoNoRamal ligacao) =>
        Atendimentos(registro.Atendida, ligacao.Atendida) + Conversas(registro.Conversa, ligacao.Conversa);

    private static FaixaDeRelogio ComMesmoComeco(RegistroNoRamal registro, LigacaoNoRamal ligacao, FaixaDeRelogio faixa)
    {
        var (de, ate) = ligacao.PodeComecar;
        return faixa.Entre(registro.InicioEm - ate, registro.InicioEm - de);
    }

    private static FaixaDeRelogio ComOutrosTempos(
        RegistroNoRamal registro, LigacaoNoRamal ligacao, FaixaDeRelogio faixa, (DateTimeOffset? De, DateTimeOffset? Ate) fim) =>
        faixa
            .Entre(registro.ComecoProvavel - ligacao.FimEm - _arredondamento, null)
            .Entre(registro.FimEm - fim.Ate, registro.FimEm - fim.De)
            .Entre(registro.FimEm - registro.FimRecebidoEm - _arredondamento, registro.FimEm + _sinalDepoisDoFim - ligacao.UltimoSinalEm)
            .Entre(registro.InicioEm - registro.RecebidoEm - _arredondamento, null);

    /// <summary>A record without any date is known by when it was heard of, which is our clock.</summary>
    private static bool SemDatas(RegistroNoRamal registro, LigacaoNoRamal ligacao) =>
        registro.RecebidoEm <= (ligacao.FimEm ?? ligacao.UltimoSinalEm ?? ligacao.InicioEm) + _fimTardio
        && !(registro.FimRecebidoEm + _arredondamento < Fins(ligacao).De)
        && !(registro.FimRecebidoEm + _sinalDepoisDoFim < ligacao.UltimoSinalEm);

    private static (DateTimeOffset? De, DateTimeOffset? Ate) Fins(LigacaoNoRamal ligacao) =>
        (ligacao.FimEm - _fimCombinado, ligacao.FimEm + (ligacao.FimCombinado ? _fimCombinado : _fimTardio));

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
