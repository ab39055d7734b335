using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Telefonia;

/// <summary>What findings L1, L3, L4 and L5 saw, and what is right.</summary>
public sealed class CasamentoDeRegistrosTests
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
