using System.Globalization;
using CrmVoip.Features.Vendas.Oportunidades;
using CrmVoip.Web;

namespace CrmVoip.UnitTests.Features.Vendas.Oportunidades;

public sealed class TempoNaEtapaTests
{
    private const string SaoPaulo = "America/Sao_Paulo";

    /// <summary>What the filter "Paradas há mais de 14 dias" finds is what the card marks as such.</summary>
    [Theory]
    [InlineData("2026-11-10T09:00:00-03:00", false)]
    [InlineData("2026-11-10T00:00:00-03:00", false)]
    [InlineData("2026-11-09T23:59:00-03:00", true)]
    public void Filter_and_mark_count_the_same_days(string entrou, bool parada)
    {
        var agora = DateTimeOffset.Parse("2026-11-24T10:00:00-03:00", CultureInfo.InvariantCulture);
        var desde = DateTimeOffset.Parse(entrou, CultureInfo.InvariantCulture);
        Assert.Equal(parada, desde < TempoNaEtapa.ParadaDesde(agora, SaoPaulo));
        Assert.Equal(parada ? "parada" : "atencao", TempoNaEtapa.Ritmo(Formato.DiasEntre(desde, agora, SaoPaulo)));
    }
}
