using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>What holds in every history.</summary>
internal static class HistoryProperties
{
    // A clock less wrong than this is not corrected.
    private const double Relogio = 32;

    public static void Hold(Historia historia, HistoryCount contagem)
    {
        var casados = historia.Casar();
        var enganados = PairedAsInTruth(historia, casados, contagem);
        AnyOrderTellsTheSame(historia, casados);
        foreach (var ligacao in historia.Ligacoes)
        {
            if (historia.Vinculado(ligacao, casados) is not { } registro || !enganados.Contains(registro.Id))
            {
                LedgerProperties.Hold(historia, ligacao, historia.Vinculado(ligacao, casados), historia.Projetar(ligacao, casados), Relogio);
            }
        }

        foreach (var registro in historia.Registros)
        {
            LedgerProperties.CorrectionsAreTakenOver(registro);
        }

        ALiveCallIsNotEnded(historia);
    }

    public static HashSet<Guid> PairedAsInTruth(Historia historia, Dictionary<Guid, Casado> casados, HistoryCount contagem)
    {
        var oraculo = new Oracle(historia.RegistrosNoRamal, historia.LigacoesNoRamal, historia.RelogioConhecido);
        var enganados = new HashSet<Guid>();
        foreach (var registro in historia.DeSaida)
        {
            var achada = casados[registro.Id].LigacaoId;
            var distinto = oraculo.Distingue(registro.Id, out var distinta) || registro.Relato.Tentativa is not null;
            var verdade = registro.Relato.Tentativa is null ? distinta : registro.Verdade;
            contagem.Count(distinto, distinto && verdade != registro.Verdade);
            if (distinto && verdade != registro.Verdade)
            {
                enganados.Add(registro.Id);
                continue;
            }

            Assert.True(achada is null || achada == registro.Verdade, $"record {registro.Id} was paired with {achada}, it is {registro.Verdade}");
            Assert.True(!distinto || achada == registro.Verdade, $"record {registro.Id} is {registro.Verdade} and was left unpaired");
        }

        return enganados;
    }

    private static void AnyOrderTellsTheSame(Historia historia, Dictionary<Guid, Casado> casados)
    {
        for (var sal = 0; sal < 2; sal++)
        {
            var outra = historia.Misturada(sal);
            var outros = outra.Casar();
            Assert.All(casados.Values, c => Assert.Equal(Texto(c), Texto(outros[c.RegistroId])));
            foreach (var ligacao in outra.Ligacoes)
            {
                var aqui = historia.Ligacoes.Single(l => l.Ligacao.Id == ligacao.Ligacao.Id);
                Assert.Equal(Texto(historia.Projetar(aqui, casados)), Texto(outra.Projetar(ligacao, outros)));
            }
        }
    }

    // Looked at while it goes on: whatever other calls the ramal makes, their records do not end it.
    private static void ALiveCallIsNotEnded(Historia historia)
    {
        if (historia.Ligacoes.Count == 0)
        {
            return;
        }

        var viva = historia.Ligacoes[historia.Mistura % historia.Ligacoes.Count].Chamada;
        var quando = viva.Clique + ((viva.FimNoNavegador - viva.Clique) * (historia.Mistura % 97) / 97);
        var agora = historia.Ate(quando);
        var casados = agora.Casar();
        var projecao = agora.Projetar(agora.Ligacoes.Single(l => l.Ligacao.Id == viva.LigacaoId), casados);
        Assert.Equal(StatusDaLigacao.EmAndamento, projecao.Status);
    }

    private static string Texto(Casado casado) => $"{casado.LigacaoId} {casado.Motivo} {string.Join(' ', casado.Candidatas)}";

    private static string Texto(ProjecaoDaLigacao p) =>
        $"{p.Status} {p.Origem} {p.Causa} {p.AtendidaEm:O} {p.FimEm:O} {p.DuracaoSegundos} {p.GravacaoUrl} {string.Join(' ', p.ProvedorIds)} {p.Divergencia}";
}
