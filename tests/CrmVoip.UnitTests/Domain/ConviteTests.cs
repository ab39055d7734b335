using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class ConviteTests
{
    private static readonly DateTimeOffset _agora = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Secret_opens_only_the_invitation_it_was_made_for()
    {
        var segredo = SegredoDoConvite.Novo();
        var convite = Novo();
        convite.Renovar(SegredoDoConvite.Hash(segredo), _agora);

        Assert.True(convite.Confere(segredo));
        Assert.False(convite.Confere(SegredoDoConvite.Novo()));
        Assert.False(convite.Confere(""));
        Assert.False(Novo().Confere(""));
    }

    [Fact]
    public void Secret_has_32_random_bytes_fit_for_an_address()
    {
        var segredos = Enumerable.Range(0, 100).Select(_ => SegredoDoConvite.Novo()).ToList();
        Assert.Equal(100, segredos.Distinct().Count());
        Assert.All(segredos, s => Assert.Matches("^[A-Za-z0-9_-]{43}$", s));
    }

    [Fact]
    public void It_waits_seven_days_and_not_a_moment_longer()
    {
        var convite = Novo();
        Assert.Equal(SituacaoDoConvite.Pendente, convite.Situacao(_agora.AddDays(7).AddTicks(-1)));
        Assert.Equal(SituacaoDoConvite.Expirado, convite.Situacao(_agora.AddDays(7)));
        Assert.Throws<RegraVioladaException>(() => convite.Aceitar(Guid.NewGuid(), _agora.AddDays(7)));
    }

    [Fact]
    public void Accepted_or_revoked_it_is_not_renewed()
    {
        var aceito = Novo();
        aceito.Aceitar(Guid.NewGuid(), _agora);
        var revogado = Novo();
        revogado.Revogar(_agora);

        Assert.Throws<RegraVioladaException>(() => aceito.Renovar("hash", _agora));
        Assert.Throws<RegraVioladaException>(() => revogado.Renovar("hash", _agora));
        Assert.Throws<RegraVioladaException>(() => aceito.Revogar(_agora));
    }

    private static Convite Novo() => new(Guid.NewGuid(), "ana@empresa.example", Papel.Vendedor, Guid.NewGuid(), _agora);
}
