using CrmVoip.Api4Com;
using CrmVoip.Api4Com.Models;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Ligacoes;

namespace CrmVoip.UnitTests.Features.Ligacoes;

public class FatosDoProvedorTests
{
    private static readonly Guid _organizacao = Guid.NewGuid();
    private static readonly Guid _ligacao = Guid.NewGuid();
    private static readonly DateTimeOffset _inicio = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _depois = _inicio.AddMinutes(5);

    [Fact]
    public void An_answered_call_is_answered_whatever_its_cause()
    {
        var projecao = Projetar(
            DoWebhook("channel-answer", atendidaEm: _inicio.AddSeconds(9)),
            DoWebhook("channel-hangup", atendidaEm: _inicio.AddSeconds(9), fimEm: _inicio.AddSeconds(80), causa: "NORMAL_UNSPECIFIED"));

        Assert.Equal((StatusDaLigacao.Atendida, 71, _inicio.AddSeconds(80)), (projecao.Status, projecao.DuracaoSegundos, projecao.FimEm));
        Assert.Equal(["p1"], projecao.ProvedorIds);
    }

    [Theory]
    [InlineData("USER_BUSY", StatusDaLigacao.Ocupado)]
    [InlineData("NO_ANSWER", StatusDaLigacao.NaoAtendida)]
    [InlineData("CALL_REJECTED", StatusDaLigacao.Recusada)]
    [InlineData("NUMBER_CHANGED", StatusDaLigacao.CaixaPostal)]
    [InlineData("Caixa Postal", StatusDaLigacao.CaixaPostal)]
    [InlineData("ORIGINATOR_CANCEL", StatusDaLigacao.Cancelada)]
    [InlineData("UNALLOCATED_NUMBER", StatusDaLigacao.Falha)]
    [InlineData("NORMAL_CLEARING", StatusDaLigacao.NaoAtendida)]
    public void An_unanswered_call_is_what_its_cause_says(string causa, StatusDaLigacao status)
    {
        Assert.Equal(status, Projetar(DoWebhook("channel-hangup", fimEm: _inicio.AddSeconds(20), causa: causa)).Status);
        Assert.Equal(status, Projetar(DaLista(Registro() with { HangupCause = causa, DurationSeconds = 0 })).Status);
    }

    [Fact]
    public void A_row_of_the_list_is_answered_by_its_talk_time()
    {
        var projecao = Projetar(DaLista(Registro()));

        Assert.Equal(
            (StatusDaLigacao.Atendida, 71, OrigemDoFato.Reconciliacao, "https://listener.api4com.com/a.mp3", 0.76m),
            (projecao.Status, projecao.DuracaoSegundos, projecao.Origem, projecao.GravacaoUrl, projecao.Preco));
    }

    [Fact]
    public void The_same_words_are_the_same_fact_and_new_words_a_new_one()
    {
        var semGravacao = Registro() with { RecordingUrl = null };

        Assert.Equal(DaLista(Registro())!.Id, DaLista(Registro())!.Id);
        Assert.NotEqual(DaLista(semGravacao)!.Id, DaLista(Registro())!.Id);
        Assert.NotEqual(DoWebhook("channel-answer")!.Id, DoWebhook("channel-hangup")!.Id);
        Assert.Equal("https://listener.api4com.com/a.mp3", Projetar(DaLista(Registro()), DaLista(semGravacao)).GravacaoUrl);
    }

    [Fact]
    public void A_call_still_up_and_an_event_unknown_make_no_fact()
    {
        Assert.Null(DaLista(Registro() with { EndedAt = null, HangupCause = null }));
        Assert.Null(DoWebhook("channel-create"));
    }

    [Fact]
    public void Without_an_end_time_the_row_ends_after_its_talk_time() =>
        Assert.Equal(_inicio.AddSeconds(71), DaLista(Registro() with { EndedAt = null })!.OcorridoEm);

    private static Api4ComCall Registro() => new()
    {
        Id = "p1",
        StartedAt = _inicio,
        EndedAt = _inicio.AddSeconds(80),
        DurationSeconds = 71,
        HangupCause = "NORMAL_CLEARING",
        RecordingUrl = "https://listener.api4com.com/a.mp3",
        Price = 0.76m,
    };

    private static LigacaoEvento? DaLista(Api4ComCall registro) => FatosDoProvedor.DaLista(registro, _organizacao, _ligacao, _depois);

    private static LigacaoEvento? DoWebhook(string tipo, DateTimeOffset? atendidaEm = null, DateTimeOffset? fimEm = null, string? causa = null) =>
        FatosDoProvedor.DoWebhook(
            new Api4ComWebhook
            {
                CallId = "p1",
                TypeName = tipo,
                Type = tipo switch
                {
                    "channel-answer" => Api4ComWebhookType.Answered,
                    "channel-hangup" => Api4ComWebhookType.HungUp,
                    _ => Api4ComWebhookType.Unknown,
                },
                StartedAt = _inicio,
                AnsweredAt = atendidaEm,
                EndedAt = fimEm,
                HangupCause = causa,
            },
            _organizacao,
            _ligacao,
            _depois);

    private static ProjecaoDaLigacao Projetar(params LigacaoEvento?[] fatos) => ProjecaoDaLigacao.De([.. fatos.Select(f => f!)]);
}
