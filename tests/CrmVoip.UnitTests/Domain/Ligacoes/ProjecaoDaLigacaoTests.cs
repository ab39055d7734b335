using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.UnitTests.Domain.Ligacoes;

public sealed class ProjecaoDaLigacaoTests
{
    private static readonly DateTimeOffset _inicio = new(2026, 5, 18, 13, 2, 11, TimeSpan.Zero);

    [Theory]
    [InlineData("busy", StatusDaLigacao.Ocupado)]
    [InlineData("no_answer", StatusDaLigacao.NaoAtendida)]
    [InlineData("rejected", StatusDaLigacao.Recusada)]
    [InlineData("cancelled", StatusDaLigacao.Cancelada)]
    [InlineData("not_found", StatusDaLigacao.Falha)]
    [InlineData("mic_denied", StatusDaLigacao.Cancelada)]
    [InlineData("microfone", StatusDaLigacao.Cancelada)]
    [InlineData("network", StatusDaLigacao.Falha)]
    public void Unanswered_call_has_the_status_of_its_cause(string causa, StatusDaLigacao status)
    {
        var ligacao = Projetar(Navegador(TipoDeEvento.Tocando, 2), Fim(20, causa));
        Assert.Equal(status, ligacao.Status);
        Assert.Equal(0, ligacao.DuracaoSegundos);
        Assert.Equal(_inicio.AddSeconds(20), ligacao.FimEm);
    }

    [Fact]
    public void Answered_call_counts_only_talk_time()
    {
        var ligacao = Projetar(Navegador(TipoDeEvento.Atendida, 8), Fim(68, "normal"));
        Assert.Equal(StatusDaLigacao.Atendida, ligacao.Status);
        Assert.Equal(60, ligacao.DuracaoSegundos);
    }

    [Fact]
    public void Call_without_an_end_is_under_way() =>
        Assert.Equal(StatusDaLigacao.EmAndamento, Projetar(Navegador(TipoDeEvento.Atendida, 8)).Status);

    [Fact]
    public void Answer_time_of_the_provider_beats_its_own_cause()
    {
        var ligacao = Projetar(Provedor(OrigemDoFato.Webhook, new() { CausaProvedor = "CALL_REJECTED", AtendidaEm = _inicio.AddSeconds(10), FimEm = _inicio.AddSeconds(40) }));
        Assert.Equal(StatusDaLigacao.Atendida, ligacao.Status);
        Assert.Equal(30, ligacao.DuracaoSegundos);
    }

    [Fact]
    public void Voicemail_is_the_providers_word_over_the_browsers_answer()
    {
        var ligacao = Projetar(
            Navegador(TipoDeEvento.Atendida, 5),
            Fim(30, "normal"),
            Provedor(OrigemDoFato.Reconciliacao, new() { CausaProvedor = "NUMBER_CHANGED", DuracaoSegundos = 0, FimEm = _inicio.AddSeconds(30) }));
        Assert.Equal(StatusDaLigacao.CaixaPostal, ligacao.Status);
        Assert.Equal(OrigemDoFato.Reconciliacao, ligacao.Origem);
        Assert.Null(ligacao.AtendidaEm);
    }

    [Theory]
    [InlineData("Caixa postal", StatusDaLigacao.CaixaPostal)]
    [InlineData("caixa-postal", StatusDaLigacao.CaixaPostal)]
    [InlineData("USER_BUSY", StatusDaLigacao.Ocupado)]
    [InlineData("normal_clearing", StatusDaLigacao.NaoAtendida)]
    [InlineData("UNALLOCATED_NUMBER", StatusDaLigacao.Falha)]
    [InlineData("something new", StatusDaLigacao.Falha)]
    [InlineData("", StatusDaLigacao.Falha)]
    public void Causes_of_the_provider_are_read_however_they_are_written(string causa, StatusDaLigacao status) =>
        Assert.Equal(status, CausaDoProvedor.SemAtendimento(causa));

    [Fact]
    public void List_of_the_provider_without_answer_time_answers_by_its_talk_time()
    {
        var ligacao = Projetar(Provedor(OrigemDoFato.Reconciliacao, new() { CausaProvedor = "NORMAL_CLEARING", DuracaoSegundos = 71, FimEm = _inicio.AddSeconds(89) }));
        Assert.Equal(StatusDaLigacao.Atendida, ligacao.Status);
        Assert.Equal(71, ligacao.DuracaoSegundos);
        Assert.Equal(_inicio.AddSeconds(18), ligacao.AtendidaEm);
    }

    [Fact]
    public void Later_fact_never_takes_away_a_recording()
    {
        var ligacao = Projetar(
            Provedor(OrigemDoFato.Webhook, new() { GravacaoUrl = "https://listener.api4com.com/a.mp3", CausaProvedor = "NORMAL_CLEARING" }),
            Provedor(OrigemDoFato.Reconciliacao, new() { CausaProvedor = "NORMAL_CLEARING", DuracaoSegundos = 5 }));
        Assert.Equal("https://listener.api4com.com/a.mp3", ligacao.GravacaoUrl);
    }

    [Fact]
    public void End_by_the_sweeper_is_voided_by_any_later_word_of_the_browser()
    {
        var varrida = Evento(OrigemDoFato.Varredura, TipoDeEvento.Encerrada, 30, recebido: 120);
        Assert.Equal(StatusDaLigacao.Atendida, Projetar(Navegador(TipoDeEvento.Atendida, 5), varrida).Status);
        Assert.Equal(StatusDaLigacao.EmAndamento, Projetar(Navegador(TipoDeEvento.Atendida, 5), varrida, Navegador(TipoDeEvento.Sinal, 150)).Status);
        var fim = Projetar(Navegador(TipoDeEvento.Atendida, 5), varrida, Fim(65, "normal", recebido: 200));
        Assert.Equal(60, fim.DuracaoSegundos);
        Assert.Equal(OrigemDoFato.Navegador, fim.Origem);
    }

    [Fact]
    public void Swept_call_that_was_never_answered_was_cancelled()
    {
        var ligacao = Projetar(Navegador(TipoDeEvento.Tocando, 2), Evento(OrigemDoFato.Varredura, TipoDeEvento.Encerrada, 30, recebido: 120));
        Assert.Equal(StatusDaLigacao.Cancelada, ligacao.Status);
        Assert.Equal(ProjecaoDaLigacao.SemSinal, ligacao.Causa);
    }

    [Fact]
    public void Order_of_arrival_changes_nothing()
    {
        LigacaoEvento[] fatos =
        [
            Navegador(TipoDeEvento.Tocando, 2), Navegador(TipoDeEvento.Atendida, 6), Navegador(TipoDeEvento.EmEspera, 20),
            Fim(64, "normal"), Evento(OrigemDoFato.Varredura, TipoDeEvento.Encerrada, 60, recebido: 61),
            Provedor(OrigemDoFato.Webhook, new() { ProvedorId = "b", AtendidaEm = _inicio.AddSeconds(7), FimEm = _inicio.AddSeconds(65), CausaProvedor = "NORMAL_CLEARING" }),
            Provedor(OrigemDoFato.Reconciliacao, new() { ProvedorId = "a", DuracaoSegundos = 58, FimEm = _inicio.AddSeconds(65), CausaProvedor = "NORMAL_CLEARING", GravacaoUrl = "u" }),
        ];
        var esperada = Texto(Projetar(fatos));
        var sorte = new Random(7);
        for (var vez = 0; vez < 200; vez++)
        {
            sorte.Shuffle(fatos);
            Assert.Equal(esperada, Texto(Projetar(fatos)));
        }
    }

    private static string Texto(ProjecaoDaLigacao p) =>
        $"{p.Status} {p.Origem} {p.Causa} {p.AtendidaEm:O} {p.FimEm:O} {p.DuracaoSegundos} {p.GravacaoUrl} {string.Join(',', p.ProvedorIds)}";

    private static ProjecaoDaLigacao Projetar(params LigacaoEvento[] fatos) => ProjecaoDaLigacao.De(fatos);

    private static LigacaoEvento Navegador(TipoDeEvento tipo, int segundo) => Evento(OrigemDoFato.Navegador, tipo, segundo, segundo);

    private static LigacaoEvento Fim(int segundo, string causa, int? recebido = null) =>
        Evento(OrigemDoFato.Navegador, TipoDeEvento.Encerrada, segundo, recebido ?? segundo, new() { Causa = causa });

    private static LigacaoEvento Provedor(OrigemDoFato origem, DadosDoEvento dados) => Evento(origem, TipoDeEvento.Encerrada, 70, 75, dados);

    private static LigacaoEvento Evento(OrigemDoFato origem, TipoDeEvento tipo, int segundo, int recebido, DadosDoEvento? dados = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), origem, tipo, _inicio.AddSeconds(segundo))
        {
            RecebidoEm = _inicio.AddSeconds(recebido),
            Dados = dados ?? new DadosDoEvento(),
        };
}
