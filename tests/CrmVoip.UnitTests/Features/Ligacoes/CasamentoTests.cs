using CrmVoip.Features.Ligacoes;

namespace CrmVoip.UnitTests.Features.Ligacoes;

public class CasamentoTests
{
    private const string Dominio = "acme.api4com.com";
    private static readonly DateTimeOffset _dez = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("011960000001")]
    [InlineData("5511960000001")]
    [InlineData("11960000001")]
    [InlineData("+55 11 6000-0001")]
    public void The_same_line_and_a_near_start_are_a_pair_however_the_number_is_written(string numero)
    {
        var ligacao = Ligacao();

        Assert.Equal(ligacao.Id, Casar([Registro("a") with { Numero = numero }], [ligacao])["a"]);
    }

    [Fact]
    public void A_known_id_outweighs_everything_else()
    {
        var conhecida = Ligacao() with { ProvedorIds = ["a"], Numero = "+551133330000", InicioEm = _dez.AddHours(-5) };

        Assert.Equal(conhecida.Id, Casar([Registro("a")], [Ligacao(), conhecida])["a"]);
    }

    [Fact]
    public void Our_own_id_given_back_by_the_dialer_outweighs_a_nearer_start()
    {
        var discada = Ligacao() with { InicioEm = _dez.AddMinutes(-3) };

        Assert.Equal(discada.Id, Casar([Registro("a") with { Tentativa = discada.Id }], [Ligacao(), discada])["a"]);
        Assert.Empty(Casar([Registro("a") with { Tentativa = Guid.NewGuid(), Numero = null }], [Ligacao()]));
    }

    [Fact]
    public void Another_domain_ramal_number_or_time_is_no_pair()
    {
        Assert.Empty(Casar([Registro("a") with { SipDomain = "boreal.api4com.com" }], [Ligacao()]));
        Assert.Empty(Casar([Registro("a") with { Ramal = "1001" }], [Ligacao()]));
        Assert.Empty(Casar([Registro("a") with { Numero = "011960000002" }], [Ligacao()]));
        Assert.Empty(Casar([Registro("a") with { Numero = null }], [Ligacao()]));
        Assert.Empty(Casar([Registro("a") with { InicioEm = null }], [Ligacao()]));
        Assert.Empty(Casar([Registro("a") with { InicioEm = _dez.AddMinutes(10).AddSeconds(1) }], [Ligacao()]));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public void Ten_minutes_either_way_are_near_enough(int minutos) =>
        Assert.Single(Casar([Registro("a") with { InicioEm = _dez.AddMinutes(minutos) }], [Ligacao()]));

    [Fact]
    public void A_domain_left_out_or_in_capitals_does_not_stand_in_the_way()
    {
        Assert.Single(Casar([Registro("a") with { SipDomain = null }], [Ligacao()]));
        Assert.Single(Casar([Registro("a") with { SipDomain = "ACME.api4com.com" }], [Ligacao()]));
    }

    [Fact]
    public void Two_calls_to_the_same_number_take_the_rows_nearest_to_them()
    {
        var primeira = Ligacao();
        var segunda = Ligacao() with { InicioEm = _dez.AddMinutes(3) };

        var pares = Casar([Registro("b") with { InicioEm = _dez.AddMinutes(3).AddSeconds(2) }, Registro("a") with { InicioEm = _dez.AddSeconds(4) }], [segunda, primeira]);

        Assert.Equal((primeira.Id, segunda.Id), (pares["a"], pares["b"]));
    }

    [Fact]
    public void Each_row_and_each_call_is_used_once()
    {
        var ligacao = Ligacao();

        var pares = Casar([Registro("longe") with { InicioEm = _dez.AddMinutes(5) }, Registro("perto") with { InicioEm = _dez.AddMinutes(1) }], [ligacao]);

        Assert.Equal("perto", Assert.Single(pares).Key);
        Assert.Single(Casar([Registro("a")], [ligacao, Ligacao() with { InicioEm = _dez.AddMinutes(1) }]));
    }

    [Fact]
    public void A_call_that_has_its_id_takes_an_alias_only_with_the_same_start()
    {
        var ligacao = Ligacao() with { ProvedorIds = ["discagem"] };

        Assert.Single(Casar([Registro("canal") with { InicioEm = _dez.AddSeconds(10) }], [ligacao]));
        Assert.Empty(Casar([Registro("outra") with { InicioEm = _dez.AddMinutes(2) }], [ligacao]));
    }

    private static IReadOnlyDictionary<string, Guid> Casar(RegistroParaCasar[] registros, LigacaoParaCasar[] ligacoes) =>
        Casamento.Casar(registros, ligacoes);

    private static LigacaoParaCasar Ligacao() => new(Guid.NewGuid(), [], Dominio, "1000", "+5511960000001", _dez);

    private static RegistroParaCasar Registro(string id) => new(id, Dominio, "1000", "011960000001", _dez.AddSeconds(1));
}
