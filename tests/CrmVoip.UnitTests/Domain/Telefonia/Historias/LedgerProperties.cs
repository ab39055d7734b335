using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>What a line of the ledger may say.</summary>
internal static class LedgerProperties
{
    // A webhook cuts its times to seconds.
    private const double Arredondamento = 1.6;

    public static void Hold(Historia historia, NoNavegador ligacao, Registro? registro, ProjecaoDaLigacao projecao, double relogio)
    {
        var chamada = ligacao.Chamada;
        if (chamada.Viva)
        {
            Assert.Equal(StatusDaLigacao.EmAndamento, projecao.Status);
        }

        NothingUnsupported(ligacao, registro, projecao, relogio);
        if (registro is not null && Sound(registro))
        {
            Assert.Equal(chamada.Status, projecao.Status);
            Assert.InRange(projecao.DuracaoSegundos, chamada.Conversa - Arredondamento, chamada.Conversa + Arredondamento);
            Assert.Equal(RecordingWasTold(chamada) ? chamada.Gravacao : null, projecao.GravacaoUrl);
            Assert.InRange(projecao.FimEm!.Value, HistoryBuilder.Em(chamada.Fim - relogio), HistoryBuilder.Em(chamada.Fim + relogio));
        }
    }

    /// <summary>Within a source the latest word counts, and a counted row of the list outranks what webhooks said.</summary>
    public static void CorrectionsAreTakenOver(Registro registro)
    {
        var contada = registro.Chamada.Passo.Contada;
        if (registro.Chamada.Viva || contada.UltimaLinha is not { Defeito: Defeito.Nenhum })
        {
            return;
        }

        Assert.Equal((int)Math.Round(registro.Chamada.Conversa), registro.Relato.Conversa);
        Assert.Equal(registro.Chamada.Atendida is null ? null : registro.Chamada.Gravacao, registro.Relato.GravacaoUrl);
    }

    private static void NothingUnsupported(NoNavegador ligacao, Registro? registro, ProjecaoDaLigacao projecao, double relogio)
    {
        var chamada = ligacao.Chamada;
        var maisLonga = Math.Max(chamada.Fim, chamada.FimNoNavegador + 0.1) - chamada.Convite;
        Assert.InRange(projecao.DuracaoSegundos, 0, maisLonga + Arredondamento);
        Assert.True(projecao.Status != StatusDaLigacao.Atendida || chamada.Atendida is not null, "answered, and nobody did");
        Assert.True(projecao.DuracaoSegundos == 0 || projecao.Status == StatusDaLigacao.Atendida, "talk in a call that nobody answered");
        Assert.True(projecao.AtendidaEm is null || projecao.FimEm is null || projecao.AtendidaEm <= projecao.FimEm, "answered after its end");
        Assert.True(projecao.GravacaoUrl is null || projecao.GravacaoUrl == chamada.Gravacao, "another call's recording");
        var noNavegador = HistoryBuilder.Em(chamada.FimNoNavegador + 1);
        var ouvida = registro?.Leituras.Max(l => l.RecebidaEm) is { } ultima && ultima > noNavegador ? ultima : noNavegador;
        foreach (var quando in new[] { projecao.AtendidaEm, projecao.FimEm }.OfType<DateTimeOffset>())
        {
            Assert.InRange(quando, HistoryBuilder.Em(chamada.Clique - relogio), ouvida.AddSeconds(relogio));
        }
    }

    // Nothing that reached us is damaged, the end was told, and talk was counted or can be.
    private static bool Sound(Registro registro)
    {
        var contada = registro.Chamada.Passo.Contada;
        var ditas = new[] { contada.Resposta, contada.Desligamento, contada.DeNovo, contada.PrimeiraLinha, contada.UltimaLinha };
        var contou = contada.Desligamento ?? contada.UltimaLinha ?? (contada.LinhaPorContar ? contada.Resposta : contada.PrimeiraLinha);
        return registro.Relato.Encerrada && contou is not null && ditas.All(d => d is null or { Defeito: Defeito.Nenhum });
    }

    private static bool RecordingWasTold(Chamada chamada) =>
        chamada.Atendida is not null
        && (chamada.Passo.Contada is { UltimaLinha: not null }
            or { DeNovo: not null, Desligamento: not null }
            or { PrimeiraLinha: not null, LinhaPorContar: false });
}
