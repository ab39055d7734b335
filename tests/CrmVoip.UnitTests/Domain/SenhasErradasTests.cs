using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class SenhasErradasTests
{
    private static readonly DateTimeOffset _agora = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Place_waits_after_its_tenth_and_begins_anew_afterwards()
    {
        var erradas = new SenhasErradas(Guid.NewGuid(), "rede 203.0.113.9");
        for (var vez = 1; vez < SenhasErradas.DoLugar; vez++)
        {
            Assert.False(erradas.Contar(_agora));
            Assert.False(erradas.Bloqueadas(_agora));
        }

        Assert.True(erradas.Contar(_agora));
        Assert.True(erradas.Bloqueadas(_agora + SenhasErradas.Espera - TimeSpan.FromSeconds(1)));
        Assert.False(erradas.Bloqueadas(_agora + SenhasErradas.Espera));
        Assert.False(erradas.Contar(_agora + SenhasErradas.Espera));
        Assert.Equal(1, erradas.Quantas);
    }

    [Fact]
    public void Strangers_wait_longer_each_time_and_are_forgotten_after_a_day_of_rest()
    {
        var erradas = new SenhasErradas(Guid.NewGuid(), SenhasErradas.Estranhos);
        var agora = _agora;
        var esperas = new List<double>();
        for (var vez = 1; vez <= SenhasErradas.DosEstranhos + 10; vez++)
        {
            erradas.Contar(agora);
            if (erradas.BloqueadasAte is { } ate)
            {
                esperas.Add((ate - agora).TotalSeconds);
                agora = ate;
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], esperas);
        erradas.Contar(agora.AddDays(1).AddSeconds(1));
        Assert.Equal(1, erradas.Quantas);
    }

    [Fact]
    public void Right_one_clears_its_place_and_takes_back_one_of_the_strangers()
    {
        var (lugar, estranhos) = (new SenhasErradas(Guid.NewGuid(), "rede 203.0.113.9"), new SenhasErradas(Guid.NewGuid(), SenhasErradas.Estranhos));
        foreach (var erradas in new[] { lugar, estranhos })
        {
            erradas.Contar(_agora);
            erradas.Contar(_agora);
            erradas.Acertar();
        }

        Assert.Equal((0, 1), (lugar.Quantas, estranhos.Quantas));
    }
}
