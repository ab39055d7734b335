using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Ligacoes;
using CrmVoip.Web;

namespace CrmVoip.UnitTests.Features.Telefonia.Ligacoes;

public sealed class FiltroDeLigacoesTests
{
    private const string Fuso = "America/Sao_Paulo";
    private static readonly DateOnly _hoje = new(2026, 11, 24);
    private readonly FiltroDeLigacoesValidator _regras = new();

    [Theory]
    [InlineData(null, null, null, "2026-11-24", "2026-11-24")]
    [InlineData("ontem", null, null, "2026-11-23", "2026-11-23")]
    [InlineData("7dias", null, null, "2026-11-18", "2026-11-24")]
    [InlineData("mes", "01/01/2020", null, "2026-11-01", "2026-11-24")]
    [InlineData(null, "10/11/2026", null, "2026-11-10", "2026-11-24")]
    [InlineData(null, null, "10/11/2026", "2026-11-10", "2026-11-10")]
    [InlineData("datas", "", "", "2026-11-24", "2026-11-24")]
    [InlineData("datas", "01/12/2026", null, "2026-12-01", "2026-12-01")]
    public void What_is_not_asked_is_filled_in(string? periodo, string? de, string? ate, string primeiro, string ultimo)
    {
        var filtro = new FiltroDeLigacoes { Periodo = periodo, De = de, Ate = ate }.Completo(_hoje);

        var (inicio, fim) = PeriodoDasLigacoes.Dias(filtro, _hoje);

        Assert.Equal((primeiro, ultimo), ($"{inicio:yyyy-MM-dd}", $"{fim:yyyy-MM-dd}"));
        Assert.Equal(DiaLocal.Inicio(inicio, Fuso), filtro.Recortar(_hoje, Fuso, []).De);
        Assert.Equal(DiaLocal.Inicio(fim.AddDays(1), Fuso), filtro.Recortar(_hoje, Fuso, []).Ate);
    }

    [Theory]
    [InlineData("Periodo", "amanha")]
    [InlineData("De", "ontem")]
    [InlineData("Ate", "2026-02-30")]
    [InlineData("Direcao", "3")]
    [InlineData("Status", "atendida,ocupado")]
    [InlineData("Origem", "crm2")]
    public void What_cannot_be_is_told_at_its_field(string campo, string valor)
    {
        var filtro = campo switch
        {
            "Periodo" => new FiltroDeLigacoes { Periodo = valor },
            "De" => new FiltroDeLigacoes { De = valor },
            "Ate" => new FiltroDeLigacoes { Ate = valor },
            "Direcao" => new FiltroDeLigacoes { Direcao = valor },
            "Status" => new FiltroDeLigacoes { Status = valor },
            _ => new FiltroDeLigacoes { Origem = valor },
        };
        Assert.Equal([campo], _regras.Validate(filtro).Errors.Select(e => e.PropertyName));
    }

    [Fact]
    public void An_end_before_its_beginning_is_told_at_the_end() => Assert.Equal(
        [nameof(FiltroDeLigacoes.Ate)],
        _regras.Validate(new FiltroDeLigacoes { De = "24/11/2026", Ate = "23/11/2026" }).Errors.Select(e => e.PropertyName));

    [Theory]
    [InlineData("(11) 96000-0001", "5511960000001")]
    [InlineData("+5511960000001", "5511960000001")]
    [InlineData("0001", "0001")]
    [InlineData("4-2 4 2", "4242")]
    [InlineData("96000-0001", "960000001")]
    [InlineData("242", null)]
    [InlineData("padaria", null)]
    [InlineData("", null)]
    public void A_number_is_looked_for_by_its_last_digits(string digitado, string? digitos) =>
        Assert.Equal(digitos, new FiltroDeLigacoes { Numero = digitado }.Digitos);

    [Fact]
    public void Address_keeps_what_narrows_and_the_place()
    {
        var filtro = new FiltroDeLigacoes { Periodo = "hoje", Pessoa = "", Status = "atendida", Numero = " 4242 " }.Completo(_hoje);
        Assert.Equal("?Status=atendida&Numero=4242", filtro.Endereco().Value);
        Assert.Equal("?Numero=4242", filtro.SemEstado().Endereco().Value);
        Assert.Equal(2, filtro.Quantos);
        Assert.Equal("?De=01%2F11%2F2026&Ate=24%2F11%2F2026", new FiltroDeLigacoes { De = "01/11/2026" }.Completo(_hoje).Endereco().Value);
    }

    [Fact]
    public void Every_status_and_direction_can_be_asked_for()
    {
        Assert.All(Enum.GetValues<StatusDaLigacao>(), status =>
            Assert.Equal(status, new FiltroDeLigacoes { Status = Data.EnumEmTexto.Texto(status) }.Completo(_hoje).Recortar(_hoje, Fuso, []).Status));
        Assert.True(new FiltroDeLigacoes { Status = FiltroDeLigacoes.NaoRetornada }.Completo(_hoje).Recortar(_hoje, Fuso, []).NaoRetornadas);
    }
}
