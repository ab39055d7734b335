using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.UnitTests.Web;

public sealed class RegraDeNomeTests
{
    [Theory]
    [InlineData("Ana\r\nBcc: todos@exemplo.com")]
    [InlineData("Ana\tLima")]
    [InlineData("Ana\u2028Lima")]
    [InlineData("Ana \u202Eamil")]
    [InlineData("Ana\u200BLima")]
    [InlineData("Ana\u2066Lima\u2069")]
    [InlineData("\u0000Ana")]
    public void Lines_and_characters_that_nobody_sees_are_refused(string nome) => Assert.Equal(RegraDeNome.ComCaracteres, Recusa(nome));

    [Theory]
    [InlineData("Ganhe em https://mau.example/x")]
    [InlineData("www.mau.example")]
    [InlineData("WWW.MAU")]
    [InlineData("ana@aurora")]
    [InlineData("Sua conta vence mau.example")]
    [InlineData("Clique em x.co")]
    [InlineData("Evil.Com agora")]
    [InlineData("PREMIO.NET")]
    [InlineData("10.0.0.1")]
    [InlineData("mau\uFF0Eexample")]
    [InlineData("mau\u3002example")]
    [InlineData("\uFF57\uFF57\uFF57.mau")]
    public void Addresses_are_refused(string nome) => Assert.Equal(RegraDeNome.ComEndereco, Recusa(nome));

    [Theory]
    [InlineData("Ana Lima")]
    [InlineData("  D'Ávila & Filhos Ltda.  ")]
    [InlineData("Aurora Energia S.A.")]
    [InlineData("J.R. Silva")]
    [InlineData("J.MORAES")]
    [InlineData("Dr.Pedro Sá")]
    [InlineData("3M do Brasil – Unidade nº 2 (SP)")]
    [InlineData("Versão 2.0")]
    [InlineData("محمد علی")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("Loja 👩\u200D💻")]
    [InlineData("Café: sabor, aroma!")]
    public void Names_are_taken(string nome) => Assert.Null(Recusa(nome));

    private static string? Recusa(string nome)
    {
        var regra = new InlineValidator<Caixa>();
        regra.RuleFor(c => c.Nome).Cascade(CascadeMode.Stop).SoNome();
        return regra.Validate(new Caixa(nome)).Errors.SingleOrDefault()?.ErrorMessage;
    }

    private sealed record Caixa(string? Nome);
}
