using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class ContatoTests
{
    private const string Celular = "+5511961234567";
    private const string Fixo = "+551131234567";

    [Fact]
    public void Two_numbers_in_one_field_are_two_telephones_the_first_one_main()
    {
        var contato = Com("11 961234567/11 31234567 ramal 23");

        Assert.Equal([("(11) 96123-4567", true), ("(11) 3123-4567 ramal 23", false)], contato.Telefones.Select(t => (t.Texto, t.Principal)));
        Assert.Equal([Celular, Fixo], contato.Numeros);
        Assert.Equal(Celular, contato.Telefone);
    }

    [Fact]
    public void Removed_main_number_leaves_its_place_to_the_next()
    {
        var contato = Com("11 961234567/11 31234567");

        contato.Remover(contato.Telefones.First());

        Assert.True(contato.Telefones.Single().Principal);
        Assert.Equal(Fixo, contato.Telefone);
    }

    [Fact]
    public void Number_that_is_corrected_is_no_longer_the_wrong_one()
    {
        var contato = Com("11 961234567");
        var telefone = contato.Telefones.Single();
        contato.MarcarErrado(telefone, true);
        Assert.Null(contato.Telefone);

        contato.Mudar(telefone, "(11) 3123-4567", Fixo, TipoDeTelefone.Trabalho);

        Assert.Equal(Fixo, contato.Telefone);
    }

    [Fact]
    public void What_nobody_can_read_is_kept_and_dials_nothing()
    {
        var contato = Com("ligar à tarde");

        Assert.Equal((null, "ligar à tarde"), (contato.Telefone, contato.TelefoneTexto));
        Assert.Empty(contato.Numeros);
    }

    [Fact]
    public void Number_that_asked_not_to_be_called_is_still_found_by_its_digits()
    {
        var contato = Com("11 961234567");

        contato.NaoLigarPara([Celular], true);

        Assert.Null(contato.Telefone);
        Assert.Contains("#5511961234567", contato.ConteudoPesquisavel.Dobrado, StringComparison.Ordinal);
    }

    private static Contato Com(string texto)
    {
        var contato = new Contato(Guid.NewGuid(), "Marina Alves");
        contato.MudarTelefone(texto, NumeroDeTelefone.Ler(texto));
        return contato;
    }
}
