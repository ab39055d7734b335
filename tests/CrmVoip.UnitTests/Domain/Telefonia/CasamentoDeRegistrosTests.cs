using CrmVoip.Domain.Telefonia;
using Xunit.Abstractions;

namespace CrmVoip.UnitTests.Domain.Telefonia;

/// <summary>What findings L1, L3, L4 and L5 saw, and what is right.</summary>
public sealed class CasamentoDeRegistrosTests(ITestOutputHelper saida)
{
    private const string X = "+5511960000001";
    private static readonly DateTimeOffset _dez = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_record_received_before_the_row_existed_is_never_that_call()
    {
        var mesa = Registro(-300, 40, recebido: -250);
        Assert.Null(Unico([mesa], [Ligacao(0, 60)]).LigacaoId);
    }

    [Fact]
    public void A_desk_call_after_a_call_whose_record_was_lost_is_not_booked_on_it()
    {
        var ligacao = Ligacao(0, 60);
        var mesa = Registro(180, 40);
        Assert.Null(Unico([mesa], [ligacao], TimeSpan.Zero).LigacaoId);
        Assert.Null(Unico([mesa], [ligacao with { FimEm = _dez.AddSeconds(60), FimCombinado = true, Atendida = true, Conversa = 50 }]).LigacaoId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(-25)]
    [InlineData(540)]
    public void A_redial_after_busy_keeps_its_pair_whatever_the_clock(int relogio)
    {
        var ocupado = Ligacao(0, 6, atendida: false);
        var atendida = Ligacao(14, 80, atendida: true);
        var primeira = Registro(1 + relogio, 5, recebido: 8, atendida: Atendimento.Nao);
        var segunda = Registro(15 + relogio, 65, recebido: 85, atendida: Atendimento.Sim);
        var casados = Casar([segunda, primeira], [atendida, ocupado]);
        Assert.Equal((ocupado.Id, atendida.Id), (casados[primeira.Id].LigacaoId, casados[segunda.Id].LigacaoId));
        Assert.All(casados.Values, c => Assert.Equal(MotivoDoVinculo.Ordem, c.Motivo));
    }

    [Fact]
    public void A_record_that_names_an_attempt_is_never_given_to_another()
    {
        var (a, b) = (Ligacao(0, 30), Ligacao(40, 90));
        var deA = Registro(41, 45) with { Tentativa = a.Id };
        Assert.Equal((a.Id, MotivoDoVinculo.Tentativa), (Unico([deA], [a, b]).LigacaoId!.Value, Unico([deA], [a, b]).Motivo!.Value));
        Assert.Null(Unico([deA with { Tentativa = Guid.NewGuid() }], [a, b]).LigacaoId);
    }

    [Fact]
    public void Of_two_records_that_name_one_attempt_one_is_the_call_and_the_other_is_offered()
    {
        var a = Ligacao(0, 30);
        var (primeiro, segundo) = (Registro(1, 28) with { Tentativa = a.Id }, Registro(1, 28, recebido: 90) with { Tentativa = a.Id });
        var casados = Casar([segundo, primeiro], [a]);
        Assert.Equal((a.Id, null, true), (casados[primeiro.Id].LigacaoId, casados[segundo.Id].LigacaoId, casados[segundo.Id].EmDuvida));
    }

    [Fact]
    public void A_call_the_provider_was_asked_to_dial_takes_no_record_without_its_name() =>
        Assert.Null(Unico([Registro(1, 30)], [Ligacao(0, 32) with { PeloDiscador = true }]).LigacaoId);

    [Fact]
    public void Two_calls_that_explain_a_record_equally_leave_it_unpaired_and_are_offered()
    {
        var (a, b) = (Ligacao(0, 300), Ligacao(2, 300));
        var casado = Unico([Registro(1, 40) with { FimEm = null }], [a with { FimEm = null }, b with { FimEm = null }]);
        Assert.True(casado.EmDuvida);
        Assert.Equal([a.Id, b.Id], casado.Candidatas);
    }

    [Fact]
    public void A_call_that_goes_on_after_the_record_ended_is_not_that_record() =>
        Assert.Null(Unico([Registro(1, 30)], [Ligacao(0, 300) with { FimEm = null, UltimoSinalEm = _dez.AddSeconds(120) }]).LigacaoId);

    [Fact]
    public void The_choice_of_a_person_outweighs_the_order()
    {
        var (a, b) = (Ligacao(0, 300) with { FimEm = null }, Ligacao(3, 300) with { FimEm = null });
        Assert.Equal((b.Id, MotivoDoVinculo.Pessoa), (Unico([Registro(1, 40) with { Escolhida = b.Id }], [a, b]).LigacaoId!.Value, MotivoDoVinculo.Pessoa));
    }

    [Fact]
    public void An_invite_that_left_late_is_found_on_whatever_clock()
    {
        var ligacao = Ligacao(0, 60) with { ChamandoEm = null };
        var casado = Unico([Registro(300 + 15, 45, recebido: 61)], [ligacao]);
        Assert.Equal((ligacao.Id, MotivoDoVinculo.Proximidade), (casado.LigacaoId, casado.Motivo!.Value));
    }

    [Fact]
    public void A_record_that_would_fit_only_a_clock_nobody_has_shown_is_offered_and_not_paired()
    {
        var casado = Unico([Registro(20, 6, recebido: 27)], [Ligacao(0, 6, atendida: false)]);
        Assert.True(casado.EmDuvida);
    }

    [Fact]
    public void On_a_known_clock_ends_that_disagree_are_still_one_call()
    {
        var ligacao = Ligacao(0, 192, atendida: true);
        var registro = Registro(301, 62, recebido: 63, atendida: Atendimento.Sim);
        Assert.Equal(ligacao.Id, Unico([registro], [ligacao], TimeSpan.FromSeconds(300)).LigacaoId);
        Assert.Null(Unico([registro], [ligacao]).LigacaoId);
        Assert.Null(Unico([registro with { InicioEm = _dez.AddSeconds(330) }], [ligacao], TimeSpan.FromSeconds(300)).LigacaoId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void A_record_without_dates_is_known_by_when_it_was_heard_of(int relogio)
    {
        var (a, b) = (Ligacao(0, 30), Ligacao(400, 460));
        var semDatas = Registro(0, 0, recebido: 32) with { InicioEm = null, FimEm = null };
        var casados = Casar([Registro(401 + relogio, 59, recebido: 461), semDatas], [a, b]);
        Assert.Equal(a.Id, casados[semDatas.Id].LigacaoId);
        Assert.Null(Unico([semDatas with { FimRecebidoEm = _dez.AddSeconds(900) }], [b]).LigacaoId);
    }

    [Fact]
    public void Two_records_without_dates_for_one_call_are_both_offered_it()
    {
        var ligacao = Ligacao(0, 30);
        var (um, outro) = (Registro(0, 0, 32) with { InicioEm = null, FimEm = null }, Registro(0, 0, 33) with { InicioEm = null, FimEm = null });
        Assert.All(Casar([um, outro], [ligacao]).Values, c => Assert.True(c.EmDuvida));
    }

    [Fact]
    public void A_named_call_whose_invite_nobody_dated_tells_nothing_of_the_clock()
    {
        var (discada, ligacao) = (Ligacao(0, 60) with { PeloDiscador = true, ChamandoEm = null }, Ligacao(100, 160));
        var (nomeado, registro) = (Registro(14, 46) with { Tentativa = discada.Id }, Registro(100, 60));
        Assert.Equal(ligacao.Id, Casar([nomeado, registro], [discada, ligacao])[registro.Id].LigacaoId);
    }

    [Fact]
    public void The_clock_that_was_found_is_told_also_for_a_record_without_a_start()
    {
        var (a, b) = (Ligacao(0, 60), Ligacao(100, 160));
        var semInicio = Registro(-255, 60, recebido: 161) with { InicioEm = null };
        var casados = Casar([Registro(-355, 60, recebido: 61), semInicio], [a, b]);
        Assert.Equal(b.Id, casados[semInicio.Id].LigacaoId);
        Assert.InRange(casados[semInicio.Id].Adiantado!.Value.TotalSeconds, -359, -351);
    }

    [Fact]
    public void A_live_call_takes_no_record_that_has_ended_unless_it_names_it()
    {
        var viva = Ligacao(0, 0) with { FimEm = null, FimCombinado = false, UltimoSinalEm = _dez.AddSeconds(30), Viva = true };
        var mesa = Registro(2, 26, recebido: 29);
        Assert.Null(Unico([mesa], [viva]).LigacaoId);
        Assert.Equal(viva.Id, Unico([mesa with { FimEm = null, FimRecebidoEm = null }], [viva]).LigacaoId);
        Assert.Equal(viva.Id, Unico([mesa with { Tentativa = viva.Id }], [viva]).LigacaoId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-500)]
    public void Two_hundred_redials_of_one_number_are_paired_each_with_its_own(int relogio)
    {
        var ligacoes = Enumerable.Range(0, 200).Select(i => Ligacao((i * 40) + (i * i % 17), (i * 40) + 20 + (i % 11), atendida: i % 3 == 0)).ToArray();
        var registros = ligacoes.Select((l, i) => Registro((int)(l.ChamandoEm!.Value - _dez).TotalSeconds + relogio, 20 + (i % 11) - (i * i % 17), (i * 40) + 35)).ToArray();
        var relogioDeParede = System.Diagnostics.Stopwatch.StartNew();
        var casados = Casar(registros, ligacoes);
        saida.WriteLine($"200 x 200 in {relogioDeParede.ElapsedMilliseconds} ms");
        Assert.Equal(ligacoes.Select(l => (Guid?)l.Id), registros.Select(r => casados[r.Id].LigacaoId));
    }

    private static Casado Unico(RegistroNoRamal[] registros, LigacaoNoRamal[] ligacoes, TimeSpan? relogio = null) =>
        Assert.Single(CasamentoDeRegistros.Casar(registros, ligacoes, relogio));

    private static Dictionary<Guid, Casado> Casar(RegistroNoRamal[] registros, LigacaoNoRamal[] ligacoes) =>
        CasamentoDeRegistros.Casar(registros, ligacoes).ToDictionary(c => c.RegistroId);

    private static LigacaoNoRamal Ligacao(int inicio, int fim, bool? atendida = null) =>
        new(Guid.CreateVersion7(), X, _dez.AddSeconds(inicio - 0.3), _dez.AddSeconds(inicio))
        {
            ChamandoEm = _dez.AddSeconds(inicio),
            FimEm = _dez.AddSeconds(fim),
            FimCombinado = true,
            Atendida = atendida,
        };

    private static RegistroNoRamal Registro(int inicio, int dura, int? recebido = null, Atendimento atendida = Atendimento.Desconhecido) =>
        new(Guid.CreateVersion7(), "011960000001", _dez.AddSeconds(recebido ?? inicio + dura + 1))
        {
            InicioEm = _dez.AddSeconds(inicio),
            FimEm = _dez.AddSeconds(inicio + dura),
            FimRecebidoEm = _dez.AddSeconds(recebido ?? inicio + dura + 1),
            Atendida = atendida,
        };
}
