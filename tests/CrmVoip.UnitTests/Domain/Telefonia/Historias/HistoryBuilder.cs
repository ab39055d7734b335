using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>Lives the steps one after the other, and writes down what each side came to know.</summary>
/// <param name="relogio">How far the provider's clock is ahead, in seconds.</param>
/// <param name="conhecido">Whether other calls have shown it.</param>
/// <param name="mistura">What facts are shuffled by.</param>
/// <param name="ate">Facts that became known later are left out.</param>
internal sealed class HistoryBuilder(double relogio, bool conhecido, int mistura, double ate = double.MaxValue)
{
    private static readonly DateTimeOffset _base = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Em(double segundos) => _base.AddSeconds(Math.Round(segundos, 3));

    public static string Numero(int numero) => $"+551196000000{numero}";

    public Historia Build(IReadOnlyList<Passo> passos)
    {
        var chamadas = Viver(passos);
        var operadora = new ProviderTelling(relogio, ate);
        return new Historia(
            [.. chamadas.Where(c => c.Passo.NoCrm && c.Clique <= ate).Select(Ver)],
            [.. chamadas.Select(c => new Registro(c, operadora.Contar(c))).Where(r => r.Leituras.Count > 0)],
            TimeSpan.FromSeconds(relogio),
            conhecido ? TimeSpan.FromSeconds(Math.Round(relogio)) : null,
            mistura,
            quando => new HistoryBuilder(relogio, conhecido, mistura, quando).Build(passos));
    }

    private List<Chamada> Viver(IReadOnlyList<Passo> passos)
    {
        var chamadas = new List<Chamada>();
        var (ultimoClique, livre) = (0.0, 0.0);
        var ultimaDoCrm = passos.ToList().FindLastIndex(p => p.NoCrm);
        for (var i = 0; i < passos.Count; i++)
        {
            var passo = passos[i] with { Fim = Possivel(passos[i], i == ultimaDoCrm) };
            var chamada = Viver(passo, i, passo.NoCrm ? livre + passo.Pausa : ultimoClique + passo.Pausa);
            chamadas.Add(chamada);
            if (passo.NoCrm)
            {
                // A browser that was killed takes a while to be back.
                (ultimoClique, livre) = (chamada.Clique, chamada.FimNoNavegador + (passo.Fim == FimVisto.Perdido ? 8 : 0));
            }
        }

        return chamadas;
    }

    // Only the last call of a browser goes on. On a clock nobody knows, ends that disagree cannot be told from another call.
    private FimVisto Possivel(Passo passo, bool ultima) => passo.Fim switch
    {
        FimVisto.Viva when !ultima => FimVisto.Limpo,
        FimVisto.Desmentido when !conhecido || passo.SemChamando || passo is not { Desfecho: Desfecho.Atendida, Caminho: Caminho.Navegador } => FimVisto.Limpo,
        var fim => fim,
    };

    private static Chamada Viver(Passo passo, int indice, double clique)
    {
        var convite = clique + (passo.NoCrm ? passo.AteDiscar : 0);
        double? atendida = passo.Desfecho == Desfecho.Atendida ? convite + passo.Toque : null;
        var fim = convite + passo.Toque + (atendida is null ? 0 : passo.Conversa);
        var notado = fim + (passo.Fim is FimVisto.Rede or FimVisto.Perdido or FimVisto.Desmentido ? passo.Tarde : 0);
        return new Chamada(passo, indice, clique, convite, atendida, fim, notado);
    }

    private NoNavegador Ver(Chamada chamada)
    {
        var passo = chamada.Passo;
        var fim = Sabido(passo.Fim is FimVisto.Limpo or FimVisto.Rede or FimVisto.Desmentido ? chamada.FimNoNavegador + 0.1 : null);
        var ligacao = new LigacaoNoRamal(chamada.LigacaoId, Numero(passo.Numero), Em(chamada.Clique), Em(chamada.Clique))
        {
            ChamandoEm = EmOuNulo(Sabido(passo.SemChamando ? null : chamada.Convite)),
            FimEm = EmOuNulo(fim),
            FimCombinado = fim is not null && passo.Fim is (FimVisto.Limpo or FimVisto.Desmentido),
            PeloDiscador = passo.Caminho == Caminho.Discador,
        };
        ligacao = fim is null ? NoAr(ligacao, chamada) : ligacao;
        return ligacao.PeloDiscador
            ? new NoNavegador(chamada, ligacao, [.. Eventos(chamada, ligacao, Sabido(chamada.Convite + 0.5))])
            : NoModoSip(chamada, ligacao, Sabido(chamada.Atendida + 0.1), fim);
    }

    private LigacaoNoRamal NoAr(LigacaoNoRamal ligacao, Chamada chamada) => ligacao with
    {
        Viva = chamada.Viva || ate < chamada.FimNoNavegador,
        UltimoSinalEm = Em(Math.Max(chamada.Clique, Math.Min(ate, chamada.FimNoNavegador) - (5 * chamada.Passo.Folga))),
    };

    private static NoNavegador NoModoSip(Chamada chamada, LigacaoNoRamal ligacao, double? atendida, double? fim)
    {
        var sabida = ligacao with
        {
            Atendida = atendida is not null ? true : fim is null ? null : false,
            Conversa = fim - atendida is { } conversa ? (int)Math.Round(conversa) : null,
        };
        return new NoNavegador(chamada, sabida, [.. Eventos(chamada, sabida, atendida)]);
    }

    private double? Sabido(double? quando) => quando <= ate ? quando : null;

    private static DateTimeOffset? EmOuNulo(double? segundos) => segundos is { } s ? Em(s) : null;

    private static IEnumerable<LigacaoEvento> Eventos(Chamada chamada, LigacaoNoRamal ligacao, double? atendida)
    {
        LigacaoEvento Fato(TipoDeEvento tipo, DateTimeOffset quando, string? causa = null) =>
            new(Guid.Empty, new Guid(chamada.Indice, 3, (short)tipo, [0, 0, 0, 0, 0, 0, 0, 0]), ligacao.Id, OrigemDoFato.Navegador, tipo, quando)
            {
                Dados = new() { Causa = causa },
            };
        if (ligacao.ChamandoEm is { } chamando)
        {
            yield return Fato(TipoDeEvento.Chamando, chamando);
        }

        if (atendida is { } quando)
        {
            yield return Fato(TipoDeEvento.Atendida, Em(quando));
        }

        if (ligacao.FimEm is { } fim)
        {
            yield return Fato(TipoDeEvento.Encerrada, fim, ligacao.FimCombinado ? Causa(chamada.Passo.Desfecho) : "connection_lost");
        }
    }

    private static string Causa(Desfecho desfecho) => desfecho switch
    {
        Desfecho.Atendida => "normal",
        Desfecho.Ocupado => "busy",
        Desfecho.SemResposta => "no_answer",
        Desfecho.Cancelada => "cancelled",
        _ => "rejected",
    };
}
