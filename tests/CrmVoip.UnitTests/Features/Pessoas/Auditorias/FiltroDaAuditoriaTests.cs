using CrmVoip.Features.Pessoas.Auditorias;
using CrmVoip.Web;

namespace CrmVoip.UnitTests.Features.Pessoas.Auditorias;

public sealed class FiltroDaAuditoriaTests
{
    private static readonly DateOnly _hoje = new(2026, 11, 24);
    private readonly FiltroDaAuditoriaValidator _regras = new();

    [Theory]
    [InlineData(null, null, "18/11/2026", "24/11/2026")]
    [InlineData("2026-11-01", null, "2026-11-01", "24/11/2026")]
    [InlineData(null, "10/10/2026", "04/10/2026", "10/10/2026")]
    [InlineData("01/12/2026", null, "01/12/2026", "01/12/2026")]
    public void What_is_not_asked_is_filled_in(string? de, string? ate, string deEsperado, string ateEsperado)
    {
        var filtro = new FiltroDaAuditoria { De = de, Ate = ate };
        filtro.Completar(_hoje);
        Assert.Equal((deEsperado, ateEsperado), (filtro.De, filtro.Ate));
    }

    [Fact]
    public void Period_goes_from_the_first_moment_to_the_last_of_the_organizations_days()
    {
        var recorte = new FiltroDaAuditoria { De = "2026-11-18", Ate = "2026-11-24" }.Recortar("America/Sao_Paulo");
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 3, 0, 0, TimeSpan.Zero), recorte.De);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero), recorte.Ate);
    }

    [Theory]
    [InlineData("ontem", null, null, "De")]
    [InlineData("0001-01-01", null, null, "De")]
    [InlineData(null, "2026-02-30", null, "Ate")]
    [InlineData("2026-11-24", "2026-11-23", null, "Ate")]
    [InlineData(null, null, "fofocas", "Assunto")]
    public void What_cannot_be_is_told_at_its_field(string? de, string? ate, string? assunto, string campo)
    {
        var erros = _regras.Validate(new FiltroDaAuditoria { De = de, Ate = ate, Assunto = assunto }).Errors;
        Assert.Equal([campo], erros.Select(e => e.PropertyName));
    }

    [Fact]
    public void Address_keeps_the_filter_and_the_place()
    {
        var marco = new Marco(DateTimeOffset.UnixEpoch.AddMicroseconds(1_732_492_320_123_456), Guid.Parse("0193a2b0-0000-7000-8000-000000000001"));
        var endereco = new FiltroDaAuditoria { De = "2026-11-18", Ate = "2026-11-24", Assunto = "conta" }.Endereco(marco);
        Assert.Equal("?De=2026-11-18&Ate=2026-11-24&Assunto=conta&Antes=1732492320123456-0193a2b0000070008000000000000001", endereco.Value);
    }
}
