using System.Globalization;
using CrmVoip.Web;

namespace CrmVoip.UnitTests.Web;

public sealed class FormatoTests
{
    private const string SaoPaulo = "America/Sao_Paulo";

    [Theory]
    [InlineData("Ana Beatriz Moura", "AM")]
    [InlineData("otávio", "O")]
    [InlineData("  ", "?")]
    [InlineData("\U0001F98A Pedro", "\U0001F98AP")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467 Lima", "\U0001F468\u200D\U0001F469\u200D\U0001F467L")]
    [InlineData("e\u0301rico Sa\u0301", "E\u0301S")]
    [InlineData("\u200EAna\u00A0Moura", "AM")]
    [InlineData("João (Financeiro)", "JF")]
    [InlineData("\u200E \u200B", "?")]
    public void Initials_are_those_of_the_first_and_the_last_name(string nome, string iniciais) =>
        Assert.Equal(iniciais, Formato.Iniciais(nome));

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(157, "02:37")]
    [InlineData(3_725, "1:02:05")]
    public void Duration_reads_like_a_clock(int segundos, string texto) => Assert.Equal(texto, Formato.Duracao(segundos));

    [Fact]
    public void Days_are_counted_by_midnights_of_the_organizations_time_zone()
    {
        // 23:30 and 00:30 in São Paulo are one hour and one day apart, though both are the same day in UTC.
        var de = new DateTimeOffset(2026, 11, 23, 2, 30, 0, TimeSpan.Zero);
        Assert.Equal(1, Formato.DiasEntre(de, de.AddHours(1), SaoPaulo));
        Assert.Equal(0, Formato.DiasEntre(de, de.AddMinutes(-30), SaoPaulo));
    }

    [Fact]
    public void Time_is_shown_where_the_organization_is() =>
        Assert.Equal("23/11/2026 14:02", Formato.DataHora(new DateTimeOffset(2026, 11, 23, 17, 2, 0, TimeSpan.Zero), SaoPaulo));

    [Fact]
    public void Money_and_numbers_are_written_the_brazilian_way()
    {
        Assert.Equal("R$ 12.400,50", Formato.Dinheiro(12_400.5m).Replace('\u00a0', ' '));
        Assert.Equal("(11) 96123-4567", Formato.Telefone("+5511961234567"));
    }

    [Theory]
    [InlineData(12_400, "R$ 12.400")]
    [InlineData(12_400.5, "R$ 12.400,50")]
    public void Money_on_the_board_is_written_without_cents_that_are_zero(double valor, string texto) =>
        Assert.Equal(texto, Formato.DinheiroCurto((decimal)valor).Replace('\u00a0', ' '));

    [Theory]
    [InlineData("2026-11-25", "Hoje")]
    [InlineData("2026-11-24", "Ontem")]
    [InlineData("2026-03-01", "1 de março")]
    [InlineData("2025-12-31", "31 de dezembro de 2025")]
    public void Heading_of_a_past_day(string dia, string titulo) =>
        Assert.Equal(titulo, Formato.DiaPorExtenso(DateOnly.Parse(dia, CultureInfo.InvariantCulture), new DateOnly(2026, 11, 25)));

    [Theory]
    [InlineData("Enviar proposta", "2026-11-27", "sexta · Enviar proposta")]
    [InlineData("Enviar proposta", null, "Enviar proposta")]
    [InlineData(null, "2026-11-25", "hoje")]
    public void Next_step_names_its_day_where_it_has_one(string? passo, string? dia, string texto) =>
        Assert.Equal(texto, Formato.Passo(passo, dia is null ? null : DateOnly.Parse(dia, CultureInfo.InvariantCulture), new DateOnly(2026, 11, 25)));

    [Theory]
    [InlineData("+5511961234567", "+5511961234567")]
    [InlineData("190", "190")]
    [InlineData("1\"><b>", "1&quot;&gt;&lt;b&gt;")]
    public void Number_in_an_attribute_is_as_stored_and_anything_else_is_encoded(string numero, string html) =>
        Assert.Equal(html, Formato.EmAtributo(numero).Value);
}
