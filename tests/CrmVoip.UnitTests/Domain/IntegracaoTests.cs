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
    public void Same_account_keeps_what_it_revealed_when_it_says_nothing_new()
    {
        var integracao = new Integracao(Guid.NewGuid(), PlataformaEnum.Api4com, "https://api.api4com.com/api/v1");
        integracao.ApontarPara(integracao.BaseUrl, "empresa.api4com.com", "wss://empresa.api4com.com:6443");
        integracao.ApontarPara(integracao.BaseUrl, null, null);
        Assert.Equal("empresa.api4com.com", integracao.SipDomain);
    }
}
