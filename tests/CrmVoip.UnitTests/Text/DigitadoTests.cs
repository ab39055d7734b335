using System.Globalization;
using System.Text;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Ramais;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.UnitTests.Text;

/// <summary>What nobody sees changes nothing, wherever it stands in a number, an amount, an address or a code.</summary>
public sealed class DigitadoTests
{
    /// <summary>All of Unicode's format characters and variation selectors, not a list of the ones seen so far.</summary>
    private static readonly Rune[] _invisiveis =
    [
        .. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(c => new Rune(c)).Where(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.Format),
        .. Enumerable.Range(0xFE00, 16).Concat(Enumerable.Range(0xE0100, 240)).Select(c => new Rune(c)),
    ];

    private static readonly Dictionary<string, Func<string, object?>> _leituras = new()
    {
        ["(11) 96123-4567 ramal 23"] = texto => NumeroDeTelefone.Ler(texto),
        ["190"] = texto => NumeroDeTelefone.Ler(texto),
        ["R$ 12.400,50"] = texto => Dinheiro.Ler(texto),
        ["2026-11-30"] = texto => DiaLocal.Ler(texto),
        ["ana@empresa.com.br"] = texto => (new EmailValidator().Validate(new ComEmail(texto)).IsValid, Digitado.Limpar(texto)),
        ["Empresa.api4com.com"] = texto => (new ConexaoForm { SipDomain = texto }.SipDomainLimpo, new RamalForm { SipServer = texto }.SipServerLimpo),
        ["https://api.api4com.com/api/v1/"] = texto => new ConexaoForm { BaseUrl = texto }.BaseUrlLimpa,
        ["wss://empresa.api4com.com:6443"] = texto => new ConexaoForm { WssUrl = texto }.WssUrlLimpa,
        ["eyJhbGciOi.J9-_"] = texto => new ConexaoForm { Token = texto }.TokenLimpo,
        ["1001"] = texto => new RamalForm { Extension = texto }.ExtensionLimpa,
        ["stun:stun.exemplo.com:3478"] = texto => string.Join(' ', new ConexaoForm { IceServers = texto }.IceServersLimpos),
    };

    public static TheoryData<string> Textos => [.. _leituras.Keys];

    [Theory]
    [MemberData(nameof(Textos))]
    public void What_nobody_sees_changes_nothing_wherever_it_stands(string texto)
    {
        var ler = _leituras[texto];
        var lido = ler(texto);
        Assert.NotNull(lido);
        Assert.True(_invisiveis.Length > 400);
        foreach (var invisivel in _invisiveis)
        {
            Assert.Equal(lido, ler(string.Join(invisivel.ToString(), texto.EnumerateRunes().Select(r => r.ToString()).Prepend("").Append(""))));
        }

        for (var lugar = 0; lugar <= texto.Length; lugar++)
        {
            Assert.Equal(lido, ler(texto.Insert(lugar, "\u200E\uFE0F")));
        }
    }

    [Theory]
    [InlineData('\u00A0')]
    [InlineData('\u2009')]
    [InlineData('\u202F')]
    [InlineData('\u3000')]
    public void Any_space_is_a_space(char espaco)
    {
        Assert.Equal("+5511961234567", NumeroDeTelefone.Ler($"{espaco}(11){espaco}96123-4567{espaco}ramal{espaco}7")?.E164);
        Assert.Equal(12_400m, Dinheiro.Ler($"R${espaco}12.400,00{espaco}"));
        Assert.Equal("a b", Digitado.Limpar($"{espaco}a{espaco}b{espaco}"));
    }

    [Fact]
    public void Digits_drawn_as_keys_are_digits() =>
        Assert.Equal("+5511961234567", NumeroDeTelefone.Ler("\u260E\uFE0F " + string.Concat("11961234567".Select(d => $"{d}\uFE0F\u20E3")))?.E164);

    [Fact]
    public void A_line_of_its_own_stays_one() =>
        Assert.Equal(["+5511961234567", "+551131234567"], NumeroDeTelefone.LerTodos("11 96123-4567\u202811 3123-4567").Select(n => n.E164));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\u200B\uFEFF")]
    public void Nothing_but_what_nobody_sees_is_nothing(string? texto)
    {
        Assert.Null(Digitado.Ler(texto));
        Assert.Equal("", Digitado.Limpar(texto));
    }

    private sealed record ComEmail(string? Email);

    private sealed class EmailValidator : AbstractValidator<ComEmail>
    {
        public EmailValidator() => RuleFor(c => c.Email).EmailExigido();
    }
}
