using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class RegrasDosMembrosTests
{
    private static readonly Guid _helena = Guid.NewGuid();
    private static readonly Guid _otavio = Guid.NewGuid();
    private static readonly Guid _ana = Guid.NewGuid();

    [Fact]
    public void An_administrador_changes_others() => RegrasDosMembros.ConferirMudanca([_helena, _otavio], _helena, _otavio);

    [Fact]
    public void Nobody_changes_the_own_membership() => Recusa([_helena, _otavio], _helena, _helena, "o próprio acesso");

    [Fact]
    public void The_last_administrador_stays() => Recusa([_helena], _otavio, _helena, "ao menos um administrador");

    [Fact]
    public void Who_is_no_longer_administrador_changes_nobody() => Recusa([_helena, _otavio], _ana, _helena, "não é mais administrador");

    private static void Recusa(Guid[] administradores, Guid quem, Guid alvo, string motivo) => Assert.Contains(
        motivo,
        Assert.Throws<RegraVioladaException>(() => RegrasDosMembros.ConferirMudanca(administradores, quem, alvo)).Message,
        StringComparison.Ordinal);
}
