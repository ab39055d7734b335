using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia;

public sealed class RelatoDoProvedorTests
{
    private static readonly DateTimeOffset _inicio = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_latest_reading_of_a_source_corrects_the_earlier_ones()
    {
        LeituraDoProvedor[] leituras =
        [
            Lista(60, new() { Duracao = 0, Causa = "NORMAL_CLEARING" }),
            Lista(120, new() { Duracao = 58, Causa = "NORMAL_CLEARING", GravacaoUrl = "https://a/1.mp3" }),
            Lista(180, new() { Duracao = 58, Causa = "NORMAL_CLEARING", GravacaoUrl = "https://a/2.mp3" }),
        ];
        foreach (var ordem in new[] { leituras, [.. leituras.Reverse()], [leituras[1], leituras[2], leituras[0]] })
        {
            var relato = RelatoDoProvedor.De(ordem);
            Assert.Equal((Atendimento.Sim, 58, "https://a/2.mp3"), (relato.Atendida, relato.Conversa, relato.GravacaoUrl));
        }
    }

    [Fact]
    public void What_the_list_says_again_is_its_latest_word()
    {
        var velha = Lista(60, new() { Duracao = 10 });
        var nova = Lista(120, new() { Duracao = 20 });
        velha.VerDeNovo(_inicio.AddSeconds(180));
        Assert.Equal(10, RelatoDoProvedor.De([velha, nova]).Conversa);
    }

    [Fact]
    public void The_same_words_are_the_same_reading_and_a_fuller_body_is_another()
    {
        var curta = Webhook(60, new() { Causa = "NORMAL_CLEARING" });
        Assert.Equal(curta.Resumo, Webhook(90, new() { Causa = "NORMAL_CLEARING" }).Resumo);
        Assert.NotEqual(curta.Resumo, Webhook(60, new() { Causa = "NORMAL_CLEARING", GravacaoUrl = "https://a/1.mp3" }).Resumo);
    }

    [Theory]
    [InlineData("1970-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("2026-05-19T13:00:40Z")]
    public void An_impossible_time_is_unknown_and_the_duration_counts(string tempo)
    {
        var impossivel = DateTimeOffset.Parse(tempo, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
        var relato = RelatoDoProvedor.De([Webhook(60, new() { AtendidaEm = impossivel, FimEm = _inicio.AddSeconds(50), Duracao = 42, Causa = "NORMAL_CLEARING" })]);
        Assert.Equal((null, Atendimento.Sim, 42), (relato.AtendidaEm, relato.Atendida, relato.Conversa));

        var semFim = RelatoDoProvedor.De([Webhook(60, new() { AtendidaEm = _inicio.AddSeconds(8), FimEm = impossivel, Duracao = 42, Causa = "NORMAL_CLEARING" })]);
        Assert.Equal((null, Atendimento.Sim, 42), (semFim.FimEm, semFim.Atendida, semFim.Conversa));
    }

    [Fact]
    public void An_unreadable_answer_is_no_proof_that_nobody_answered()
    {
        var relato = RelatoDoProvedor.De([Webhook(60, new() { AtendidaIlegivel = true, FimEm = _inicio.AddSeconds(58), Duracao = 50, Causa = "NORMAL_CLEARING" })]);
        Assert.Equal((Atendimento.Sim, 50), (relato.Atendida, relato.Conversa));
    }

    [Theory]
    [InlineData("MEDIA_TIMEOUT")]
    [InlineData("BLIND_TRANSFER")]
    [InlineData("MANAGER_REQUEST")]
    [InlineData("NORMAL_UNSPECIFIED")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("NORMAL_CLEARING")]
    [InlineData("USER_BUSY")]
    [InlineData("RECOVERY_ON_TIMER_EXPIRE")]
    public void Talk_time_and_our_own_leg_are_an_answer_whatever_the_cause(string? causa)
    {
        var projecao = Projetar(Lista(300, new() { Duracao = 188, Causa = causa, FimEm = _inicio.AddSeconds(200) }));
        Assert.Equal((StatusDaLigacao.Atendida, 188), (projecao.Status, projecao.DuracaoSegundos));
    }

    [Theory]
    [InlineData("MEDIA_TIMEOUT")]
    [InlineData("")]
    public void A_cause_nobody_knows_does_not_unmake_the_answer_the_browser_saw(string causa)
    {
        var projecao = Projetar(Webhook(300, new() { Causa = causa, FimEm = _inicio.AddSeconds(200) }));
        Assert.Equal((StatusDaLigacao.Atendida, 188), (projecao.Status, projecao.DuracaoSegundos));
    }

    [Fact]
    public void Talk_too_short_to_be_counted_is_still_an_answer()
    {
        LigacaoEvento[] curta = [Fato(TipoDeEvento.Atendida, 12, null), Fato(TipoDeEvento.Encerrada, 13, "normal")];
        var lista = RelatoDoProvedor.De([Lista(300, new() { Duracao = 0, Causa = "NORMAL_CLEARING", FimEm = _inicio.AddSeconds(13) })]);
        Assert.Equal(StatusDaLigacao.Atendida, ProjecaoDaLigacao.De(curta, lista).Status);
        var caixaPostal = RelatoDoProvedor.De([Lista(300, new() { Duracao = 0, Causa = "NUMBER_CHANGED", FimEm = _inicio.AddSeconds(13) })]);
        Assert.Equal(StatusDaLigacao.CaixaPostal, ProjecaoDaLigacao.De(curta, caixaPostal).Status);
    }

    [Fact]
    public void What_the_two_tell_differently_is_told()
    {
        var projecao = Projetar(Lista(300, new() { Duracao = 58, Causa = "NORMAL_CLEARING", FimEm = _inicio.AddSeconds(200) }));
        Assert.Equal((58, new Divergencia(188, 58)), (projecao.DuracaoSegundos, projecao.Divergencia));
        Assert.Null(Projetar(Lista(300, new() { Duracao = 187, Causa = "NORMAL_CLEARING", FimEm = _inicio.AddSeconds(200) })).Divergencia);
    }

    [Fact]
    public void What_was_heard_of_had_begun_so_a_later_start_is_unknown()
    {
        var relato = RelatoDoProvedor.De(
        [
            Webhook(60, new() { FimEm = _inicio.AddSeconds(50), Causa = "NORMAL_CLEARING" }),
            Lista(200_000, new() { InicioEm = _inicio.AddDays(1), FimEm = _inicio.AddSeconds(50), Duracao = 42 }),
        ]);
        Assert.Equal((_inicio, _inicio.AddSeconds(50)), (relato.InicioEm, relato.FimEm));
    }

    [Theory]
    [InlineData(-7)]
    [InlineData(90)]
    [InlineData(1_798_000_000)]
    public void Talk_that_does_not_fit_into_the_call_is_unknown(int duracao)
    {
        var linha = Lista(300, new() { Duracao = duracao, FimEm = _inicio.AddSeconds(50), Causa = "NORMAL_CLEARING" });
        Assert.Null(RelatoDoProvedor.De([linha]).Conversa);
        var webhook = Webhook(60, new() { AtendidaEm = _inicio.AddSeconds(8), FimEm = _inicio.AddSeconds(50), Causa = "NORMAL_CLEARING" });
        Assert.Equal(42, RelatoDoProvedor.De([linha, webhook]).Conversa);
    }

    [Fact]
    public void A_row_that_was_not_counted_yet_does_not_unmake_an_answer_that_a_webhook_saw()
    {
        var resposta = Webhook(9, new() { AtendidaEm = _inicio.AddSeconds(8) }, encerrada: false);
        var porContar = Lista(60, new() { Duracao = 0, FimEm = _inicio.AddSeconds(50), Causa = "NORMAL_CLEARING" });
        var relato = RelatoDoProvedor.De([resposta, porContar]);
        Assert.Equal((Atendimento.Sim, 42), (relato.Atendida, relato.Conversa));
        relato = RelatoDoProvedor.De([resposta, porContar, Lista(120, new() { Duracao = 40, FimEm = _inicio.AddSeconds(50), Causa = "NORMAL_CLEARING" })]);
        Assert.Equal((Atendimento.Sim, 40), (relato.Atendida, relato.Conversa));
        relato = RelatoDoProvedor.De([resposta, Lista(60, new() { Duracao = 0, FimEm = _inicio.AddSeconds(50), Causa = "NUMBER_CHANGED" })]);
        Assert.Equal((Atendimento.Nao, 0), (relato.Atendida, relato.Conversa));
    }

    [Fact]
    public void In_the_dialer_mode_the_leg_of_the_ramal_is_no_answer()
    {
        var projecao = ProjecaoDaLigacao.De([Fato(TipoDeEvento.Atendida, 2, null), Fato(TipoDeEvento.Encerrada, 60, "normal")], modo: ModoDeDiscagem.Dialer);
        Assert.Equal((null, 0), (projecao.AtendidaEm, projecao.DuracaoSegundos));
        Assert.NotEqual(StatusDaLigacao.Atendida, projecao.Status);
    }

    [Fact]
    public void Until_the_provider_tells_the_end_the_browser_measures_by_its_own_clock()
    {
        var resposta = Webhook(9, new() { AtendidaEm = _inicio.AddSeconds(3) }, encerrada: false);
        Assert.Equal(188, Projetar(resposta).DuracaoSegundos);
        var depoisDoFim = ProjecaoDaLigacao.De(
            [Fato(TipoDeEvento.Encerrada, 200, "normal")], RelatoDoProvedor.De([Webhook(210, new() { AtendidaEm = _inicio.AddSeconds(205) }, encerrada: false)]));
        Assert.Equal((_inicio.AddSeconds(200), 0), (depoisDoFim.AtendidaEm, depoisDoFim.DuracaoSegundos));
    }

    [Fact]
    public void A_clock_of_the_provider_that_is_wrong_does_not_move_the_call()
    {
        var adiantado = TimeSpan.FromMinutes(5);
        var relato = RelatoDoProvedor.De([Webhook(60, new() { InicioEm = _inicio + adiantado, AtendidaEm = _inicio.AddSeconds(8) + adiantado, FimEm = _inicio.AddSeconds(50) + adiantado, Causa = "NORMAL_CLEARING" })]);
        var projecao = ProjecaoDaLigacao.De([], relato, adiantado: adiantado);
        Assert.Equal((_inicio.AddSeconds(8), _inicio.AddSeconds(50), 42), (projecao.AtendidaEm, projecao.FimEm, projecao.DuracaoSegundos));
    }

    // The browser saw the line up from second 12 to second 200.
    private static ProjecaoDaLigacao Projetar(params LeituraDoProvedor[] leituras) => ProjecaoDaLigacao.De(
        [Fato(TipoDeEvento.Atendida, 12, null), Fato(TipoDeEvento.Encerrada, 200, "normal")], RelatoDoProvedor.De(leituras));

    private static LigacaoEvento Fato(TipoDeEvento tipo, int segundo, string? causa) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), OrigemDoFato.Navegador, tipo, _inicio.AddSeconds(segundo)) { Dados = new() { Causa = causa } };

    private static LeituraDoProvedor Lista(int recebida, DadosDaLeitura dados) => Leitura(FonteDaLeitura.Lista, recebida, dados);

    private static LeituraDoProvedor Webhook(int recebida, DadosDaLeitura dados, bool encerrada = true) =>
        Leitura(FonteDaLeitura.Webhook, recebida, dados, encerrada);

    private static LeituraDoProvedor Leitura(FonteDaLeitura fonte, int recebida, DadosDaLeitura dados, bool encerrada = true) =>
        new(Guid.NewGuid(), Guid.NewGuid(), fonte, _inicio.AddSeconds(recebida))
        {
            Dados = dados with { ProvedorId = "p1", InicioEm = dados.InicioEm ?? _inicio, Encerrada = encerrada },
        };
}
