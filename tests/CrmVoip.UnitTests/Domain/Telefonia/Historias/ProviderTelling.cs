using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>The provider's words about a call: by its own clock, with what was lost, late, said twice, corrected or damaged.</summary>
internal sealed class ProviderTelling(double relogio, double ate)
{
    private const double Dia = 86_400;

    public IReadOnlyList<LeituraDoProvedor> Contar(Chamada chamada)
    {
        var contada = chamada.Passo.Contada;
        var leituras = new List<LeituraDoProvedor?> { chamada.Atendida is { } atendida ? Webhook(chamada, contada.Resposta, atendida, encerrada: false) : null };
        if (!chamada.Viva)
        {
            leituras.Add(Webhook(chamada, contada.Desligamento, chamada.Fim, encerrada: true));
            leituras.Add(contada.Desligamento is null ? null : Webhook(chamada, contada.DeNovo, chamada.Fim, encerrada: true, inteira: true));
            leituras.Add(Linha(chamada, contada.PrimeiraLinha, contada.LinhaPorContar));
            leituras.Add(Linha(chamada, contada.UltimaLinha, porContar: false, depois: contada.PrimeiraLinha is null ? 0 : 60));
        }

        return [.. leituras.OfType<LeituraDoProvedor>().Where(l => ate == double.MaxValue || l.RecebidaEm <= HistoryBuilder.Em(ate))];
    }

    private static string Causa(Desfecho desfecho) => desfecho switch
    {
        Desfecho.Atendida => "NORMAL_CLEARING",
        Desfecho.Ocupado => "USER_BUSY",
        Desfecho.SemResposta => "NO_ANSWER",
        Desfecho.Cancelada => "ORIGINATOR_CANCEL",
        _ => "CALL_REJECTED",
    };

    private LeituraDoProvedor? Webhook(Chamada chamada, Dita? dita, double quando, bool encerrada, bool inteira = false) => dita is null ? null : Leitura(
        chamada,
        FonteDaLeitura.Webhook,
        quando + dita.Atraso + (inteira ? chamada.Passo.Contada.Desligamento!.Atraso : 0),
        dita.Defeito,
        Comum(chamada) with
        {
            InicioEm = NoRelogio(Math.Floor(Inicio(chamada))),
            AtendidaEm = chamada.Atendida is { } atendida ? NoRelogio(Math.Floor(atendida)) : null,
            FimEm = encerrada ? NoRelogio(Math.Floor(chamada.Fim)) : null,
            Encerrada = encerrada,
            Duracao = encerrada ? (int)Math.Round(chamada.Conversa) : null,
            Causa = encerrada ? Causa(chamada.Passo.Desfecho) : null,
            GravacaoUrl = inteira && chamada.Atendida is not null ? chamada.Gravacao : null,
        });

    private LeituraDoProvedor? Linha(Chamada chamada, Dita? dita, bool porContar, double depois = 0) => dita is null ? null : Leitura(
        chamada,
        FonteDaLeitura.Lista,
        chamada.Fim + dita.Atraso + depois,
        dita.Defeito,
        Comum(chamada) with
        {
            ProvedorId = chamada.Passo.Contada.OutroId ? $"outro-{chamada.Indice}" : $"p-{chamada.Indice}",
            InicioEm = NoRelogio(Inicio(chamada)),
            FimEm = NoRelogio(chamada.Fim),
            Encerrada = true,
            Duracao = porContar ? 0 : (int)Math.Round(chamada.Conversa),
            Causa = Causa(chamada.Passo.Desfecho),
            GravacaoUrl = porContar || chamada.Atendida is null ? null : chamada.Gravacao,
        });

    private static LeituraDoProvedor Leitura(Chamada chamada, FonteDaLeitura fonte, double recebida, Defeito defeito, DadosDaLeitura dados) =>
        new(Guid.Empty, chamada.RegistroId, fonte, HistoryBuilder.Em(recebida)) { Dados = Estragar(dados, defeito) };

    private static DadosDaLeitura Comum(Chamada chamada)
    {
        var numero = HistoryBuilder.Numero(chamada.Passo.Numero);
        var escrito = (chamada.Indice % 3) switch { 0 => numero, 1 => "0" + numero[3..], _ => numero[1..] };
        var entrada = chamada.Passo.Caminho == Caminho.Entrada;
        return new DadosDaLeitura
        {
            ProvedorId = $"p-{chamada.Indice}",
            Dominio = "acme.example",
            Entrada = entrada,
            De = entrada ? escrito : "1000",
            Para = entrada ? "1000" : escrito,
            Tentativa = chamada.Passo.Caminho == Caminho.Discador ? chamada.LigacaoId : null,
        };
    }

    private static DadosDaLeitura Estragar(DadosDaLeitura dados, Defeito defeito) => defeito switch
    {
        Defeito.InicioZero => dados with { InicioEm = DateTimeOffset.UnixEpoch },
        Defeito.InicioVazio => dados with { InicioEm = null },
        Defeito.InicioUmDiaDepois => dados with { InicioEm = dados.InicioEm?.AddSeconds(Dia) },
        Defeito.AtendidaZero => dados with { AtendidaEm = dados.AtendidaEm is null ? null : DateTimeOffset.MinValue },
        Defeito.AtendidaIlegivel => dados with { AtendidaEm = null, AtendidaIlegivel = dados.AtendidaEm is not null },
        _ => EstragarFim(dados, defeito),
    };

    private static DadosDaLeitura EstragarFim(DadosDaLeitura dados, Defeito defeito) => defeito switch
    {
        Defeito.FimZero => dados with { FimEm = DateTimeOffset.UnixEpoch },
        Defeito.FimVazio => dados with { FimEm = null },
        Defeito.FimUmDiaDepois => dados with { FimEm = dados.FimEm?.AddSeconds(Dia) },
        Defeito.SemDatas => dados with { InicioEm = null, AtendidaIlegivel = dados.AtendidaEm is not null, AtendidaEm = null, FimEm = null },
        Defeito.CausaEstranha => dados with { Causa = "MEDIA_TIMEOUT" },
        Defeito.CausaVazia => dados with { Causa = "" },
        Defeito.DuracaoAbsurda => dados with { Duracao = dados.Duracao is null ? null : -7 },
        _ => dados,
    };

    // An INVITE takes a moment to arrive.
    private static double Inicio(Chamada chamada) => chamada.Convite + (0.8 * chamada.Passo.Folga);

    private DateTimeOffset NoRelogio(double segundos) => HistoryBuilder.Em(segundos + relogio);
}
