using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public class NumeroDeTelefoneTests
{
    [Theory]
    [InlineData("(11) 96123-4567")]
    [InlineData("011 96123-4567")]
    [InlineData("0 15 11 96123-4567")]
    [InlineData("5511961234567")]
    [InlineData("+55 (011) 96123-4567")]
    [InlineData("+55 11 96123-4567")]
    [InlineData("0055 11 96123-4567")]
    [InlineData("00 55 11 96123-4567")]
    [InlineData("00 21 55 11 96123-4567")]
    [InlineData("Tel.: (11) 96123-4567")]
    [InlineData("11 96123-4567 (WhatsApp)")]
    public void A_mobile_number_is_read_however_it_is_written(string texto)
    {
        var numero = NumeroDeTelefone.Ler(texto);

        Assert.Equal(
            ("+5511961234567", "(11) 96123-4567", "+5511961234567", TipoDeNumero.Celular),
            (numero?.E164, numero?.Nacional, numero?.ParaDiscar, numero?.Tipo));
    }

    [Theory]
    [InlineData("(11) 3123-4567 ramal 23", "23")]
    [InlineData("(11) 3123-4567 Ramal: 23", "23")]
    [InlineData("(11) 3123-4567 ram. 4501", "4501")]
    [InlineData("(11) 3123-4567 r. 7", "7")]
    [InlineData("(11) 3123-4567 RM 12", "12")]
    [InlineData("(11) 3123-4567 - ext 99", "99")]
    [InlineData("(11) 3123-4567 (ramal 23)", "23")]
    [InlineData("(11) 3123-4567", null)]
    public void The_switchboard_extension_is_cut_off_and_kept(string texto, string? ramal)
    {
        var numero = NumeroDeTelefone.Ler(texto);

        Assert.Equal(("+551131234567", TipoDeNumero.Fixo, ramal), (numero?.E164, numero?.Tipo, numero?.Ramal));
    }

    [Theory]
    [InlineData("11 961234567/11 31234567")]
    [InlineData("11 96123-4567; 11 3123-4567")]
    [InlineData("(11) 96123-4567, (11) 3123-4567")]
    [InlineData("11 96123-4567 | 11 3123-4567")]
    [InlineData("11 96123-4567 e 11 3123-4567")]
    [InlineData("11 96123-4567 ou 11 3123-4567 ramal 5")]
    public void Two_numbers_in_one_field_are_two_numbers(string texto) =>
        Assert.Equal(["+5511961234567", "+551131234567"], NumeroDeTelefone.LerTodos(texto).Select(n => n.E164));

    [Theory]
    [InlineData("11 6123-4567", "+5511961234567")]
    [InlineData("+55 31 8888-8888", "+5531988888888")]
    public void A_mobile_number_from_before_the_ninth_digit_is_offered_never_read(string texto, string sugestao)
    {
        Assert.Null(NumeroDeTelefone.Ler(texto));
        Assert.Equal(sugestao, NumeroDeTelefone.Sugerir(texto)?.E164);
    }

    [Theory]
    [InlineData("(11) 7812-3456")]
    [InlineData("(11) 3123-4567")]
    [InlineData("96123-4567")]
    public void Nothing_is_offered_for_a_number_that_is_right_or_lacks_more_than_a_nine(string texto) =>
        Assert.Null(NumeroDeTelefone.Sugerir(texto));

    [Fact]
    public void A_trunking_number_stays_valid_with_eight_digits() =>
        Assert.Equal("+551178123456", NumeroDeTelefone.Ler("(11) 7812-3456")?.E164);

    [Theory]
    [InlineData("4004-1234", "40041234", TipoDeNumero.CustoCompartilhado)]
    [InlineData("3003-1234", "30031234", TipoDeNumero.CustoCompartilhado)]
    [InlineData("0800 722 1234", "08007221234", TipoDeNumero.Gratuito)]
    [InlineData("0300 722 1234", "03007221234", TipoDeNumero.CustoCompartilhado)]
    [InlineData("0303 722 1234", "03037221234", TipoDeNumero.CustoCompartilhado)]
    [InlineData("+1 202 555 0123", "+12025550123", TipoDeNumero.Internacional)]
    public void What_is_dialled_depends_on_the_kind_of_number(string texto, string paraDiscar, TipoDeNumero tipo)
    {
        var numero = NumeroDeTelefone.Ler(texto);

        Assert.Equal((paraDiscar, tipo, false), (numero?.ParaDiscar, numero?.Tipo, numero?.Bloqueado));
    }

    [Theory]
    [InlineData("0900 722 1234")]
    [InlineData("0500 722 1234")]
    [InlineData("190")]
    [InlineData("192")]
    [InlineData("193")]
    public void Premium_and_emergency_numbers_are_known_and_blocked(string texto) =>
        Assert.True(NumeroDeTelefone.Ler(texto)?.Bloqueado);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("não tem")]
    [InlineData("1001")]
    [InlineData("96123-4567")]
    [InlineData("3123-4567")]
    [InlineData("(20) 96123-4567")]
    [InlineData("(00) 96123-4567")]
    [InlineData("9090 96123-4567")]
    [InlineData("9090 11 96123-4567")]
    [InlineData("90 11 96123-4567")]
    [InlineData("90 11 3123-4567")]
    [InlineData("123456789012345678901234567890")]
    public void What_cannot_be_dialled_is_no_number(string? texto) => Assert.Null(NumeroDeTelefone.Ler(texto));

    [Theory]
    [InlineData("(55) 99612-3456", "+5555996123456")]
    [InlineData("5533212345", "+555533212345")]
    public void Area_code_55_is_not_the_country(string texto, string e164) => Assert.Equal(e164, NumeroDeTelefone.Ler(texto)?.E164);

    [Fact]
    public void A_turkish_number_is_not_a_collect_call() =>
        Assert.Equal("+905321234567", NumeroDeTelefone.Ler("+90 532 123 4567")?.E164);
}
