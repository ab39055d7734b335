using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class PosicaoTests
{
    [Fact]
    public void There_is_always_room_between_two_neighbours()
    {
        var sorte = new Random(11);
        List<string> ordem = [.. Posicao.Sequencia(3)];
        for (var vez = 0; vez < 3_000; vez++)
        {
            var onde = sorte.Next(ordem.Count + 1);
            ordem.Insert(onde, Posicao.Entre(onde == 0 ? null : ordem[onde - 1], onde == ordem.Count ? null : ordem[onde]));
        }

        Assert.Equal(ordem.Order(StringComparer.Ordinal), ordem);
        Assert.Equal(ordem.Count, ordem.Distinct().Count());
        Assert.DoesNotContain(ordem, p => p.EndsWith('0'));
    }

    [Fact]
    public void Always_inserting_at_the_top_keeps_working_and_positions_short()
    {
        string? primeira = null;
        for (var vez = 0; vez < 5_000; vez++)
        {
            var nova = Posicao.Entre(null, primeira);
            Assert.True(primeira is null || string.CompareOrdinal(nova, primeira) < 0);
            primeira = nova;
        }

        Assert.InRange(primeira!.Length, 1, 100);
    }

    [Fact]
    public void Neighbours_in_the_wrong_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => Posicao.Entre("b", "a"));
}
