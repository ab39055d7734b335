using System.Text.Json.Nodes;
using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Rest;

namespace CrmVoip.UnitTests.Simulador;

public sealed class ProvedorTests
{
    [Fact]
    public void Clock_is_that_of_Brasilia_with_a_false_Z()
    {
        var instant = new DateTimeOffset(2026, 5, 19, 1, 2, 11, 987, TimeSpan.Zero);

        Assert.Equal("2026-05-18T22:02:11.000Z", BrasiliaClock.ForRest(instant));
        Assert.Equal("2026-05-18 22:02:11", BrasiliaClock.ForWebhook(instant));
    }

    [Theory]
    [InlineData("+5511960000001", "11960000001")]
    [InlineData("5511960000001", "11960000001")]
    [InlineData("11960000001", "11960000001")]
    [InlineData("011960000001", "11960000001")]
    [InlineData("+55 (11) 4000-0000", "1140000000")]
    [InlineData("5533334444", "5533334444")]
    [InlineData("55999990000", "55999990000")]
    [InlineData("+5555999990000", "55999990000")]
    public void Number_is_read_in_every_form_people_dial(string discado, string nacional) =>
        Assert.Equal(nacional, NumeroDiscado.Ler(discado)?.Nacional);

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("abc")]
    [InlineData("+551196000000199")]
    public void What_is_no_number_is_refused(string discado) => Assert.Null(NumeroDiscado.Ler(discado));

    [Theory]
    [InlineData("+5511960000001", Desfecho.Atende, "NORMAL_CLEARING")]
    [InlineData("+5511960000003", Desfecho.NaoAtende, "NO_ANSWER")]
    [InlineData("+5511960000004", Desfecho.Recusa, "USER_BUSY")]
    [InlineData("+5511960000005", Desfecho.Recusa, "CALL_REJECTED")]
    [InlineData("+5511960000006", Desfecho.CaixaPostal, "NUMBER_CHANGED")]
    [InlineData("+5511960000008", Desfecho.Recusa, "UNALLOCATED_NUMBER")]
    [InlineData("+5521987654324", Desfecho.Atende, "NORMAL_CLEARING")]
    [InlineData("123", Desfecho.Recusa, "INVALID_NUMBER_FORMAT")]
    public void Number_decides_what_happens(string discado, Desfecho desfecho, string causa)
    {
        var comportamento = Comportamento.De(NumeroDiscado.Ler(discado));

        Assert.Equal((desfecho, causa), (comportamento.Desfecho, comportamento.Causa.Nome));
    }

    [Theory]
    [InlineData("""{}""", "a b c")]
    [InlineData("""{"where":{"started_at":{"gte":"2026-05-18T10:30:00.000Z","lte":"2026-05-18T23:59:59.999Z"}}}""", "b c")]
    [InlineData("""{"where":{"from":"1001"},"order":"started_at DESC"}""", "c a")]
    [InlineData("""{"where":{"from":1001}}""", "a c")]
    [InlineData("""{"where":{"hangup_cause":{"inq":["USER_BUSY","OUTRA"]}}}""", "b")]
    [InlineData("""{"where":{"or":[{"id":"a"},{"id":"b"}]}}""", "a b")]
    [InlineData("""{"where":{"duration":{"gt":9}}}""", "a")]
    [InlineData("""{"order":["duration ASC"]}""", "b c a")]
    public void Filter_keeps_and_sorts_like_LoopBack(string filter, string ids)
    {
        var rows = LoopBackFilter.Parse(filter)!.Apply(
        [
            Row("a", "2026-05-18T10:02:11.000Z", "1001", "NORMAL_CLEARING", 71),
            Row("b", "2026-05-18T11:00:00.000Z", "1002", "USER_BUSY", 0),
            Row("c", "2026-05-18T12:00:00.000Z", "1001", "NORMAL_CLEARING", 8),
        ]);

        Assert.Equal(ids, string.Join(' ', rows.Select(row => row["id"])));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("1")]
    public void Filter_that_is_no_object_is_refused(string filter) => Assert.Null(LoopBackFilter.Parse(filter));

    private static JsonObject Row(string id, string startedAt, string from, string cause, int duration) => new()
    {
        ["id"] = id,
        ["started_at"] = startedAt,
        ["from"] = from,
        ["hangup_cause"] = cause,
        ["duration"] = duration,
    };
}
