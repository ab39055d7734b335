using CrmVoip.Domain;

namespace CrmVoip.UnitTests.Domain;

public sealed class IntegracaoTests
{
    [Fact]
    public void Another_account_inherits_nothing_of_the_one_before()
    {
        var integracao = new Integracao(Guid.NewGuid(), PlataformaEnum.Api4com, "https://api.api4com.com/api/v1");
        integracao.ApontarPara(integracao.BaseUrl, "antiga.api4com.com", "wss://antiga.api4com.com:6443");
        integracao.MarcarGancho(EstadoDoGancho.Completo);

        integracao.EsquecerConta();
        integracao.ApontarPara(integracao.BaseUrl, null, null);

        Assert.Null(integracao.SipDomain);
        Assert.Null(integracao.WssUrl);
        Assert.Equal(EstadoDoGancho.NaoRegistrado, integracao.Gancho);
    }

    [Fact]
    public void Disconnecting_erases_every_secret_and_all_that_was_revealed()
    {
        var integracao = new Integracao(Guid.NewGuid(), PlataformaEnum.Api4com, "https://api.api4com.com/api/v1");
        integracao.GuardarToken("v1:t", "abcd");
        integracao.GuardarSegredoDoWebhook("v1:w");
        integracao.ApontarPara(integracao.BaseUrl, "a.api4com.com", "wss://a.api4com.com:6443");
        integracao.ConfigurarMidia(ModoDeDiscagem.Dialer, ["turn:t.example"], "u");
        integracao.GuardarSenhaDoTurn("v1:s");
        integracao.Conectar(Guid.NewGuid(), DateTimeOffset.UtcNow);

        integracao.Desconectar(DateTimeOffset.UtcNow);

        object?[] apagados =
        [
            integracao.AccessToken, integracao.TokenFinal, integracao.WebhookSegredo, integracao.SipDomain, integracao.WssUrl,
            integracao.TurnUsuario, integracao.TurnSenha, integracao.ConectadaEm, integracao.UltimoTesteEm, integracao.UltimoErro,
        ];
        Assert.All(apagados, Assert.Null);
        Assert.Empty(integracao.IceServers);
        Assert.Equal((StatusDaIntegracao.NaoConectada, ModoDeDiscagem.Sip), (integracao.Status, integracao.ModoDeDiscagem));
    }

    [Fact]
    public void An_error_is_news_once_and_dates_from_its_first_sight()
    {
        var integracao = new Integracao(Guid.NewGuid(), PlataformaEnum.Api4com, "https://api.api4com.com/api/v1");
        var meioDia = new DateTimeOffset(2026, 5, 18, 12, 0, 0, TimeSpan.Zero);
        integracao.Conectar(Guid.NewGuid(), meioDia);

        Assert.True(integracao.MarcarErro("recusado", meioDia.AddHours(1)));
        Assert.False(integracao.MarcarErro("recusado", meioDia.AddHours(2)));
        Assert.Equal(meioDia.AddHours(1), integracao.ErroDesde);

        integracao.Conectar(Guid.NewGuid(), meioDia.AddHours(3));
        Assert.Null(integracao.ErroDesde);
        Assert.Equal(meioDia.AddHours(3), integracao.ConectadaEm);
        Assert.True(integracao.MarcarErro("recusado", meioDia.AddHours(4)));
    }

    [Fact]
    public void Same_account_keeps_what_it_revealed_when_it_says_nothing_new()
    {
        var integracao = new Integracao(Guid.NewGuid(), PlataformaEnum.Api4com, "https://api.api4com.com/api/v1");
        integracao.ApontarPara(integracao.BaseUrl, "empresa.api4com.com", "wss://empresa.api4com.com:6443");
        integracao.ApontarPara(integracao.BaseUrl, null, null);
        Assert.Equal("empresa.api4com.com", integracao.SipDomain);
    }
}
