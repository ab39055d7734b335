using CrmVoip.Domain.Ligacoes;
using CrmVoip.Features.Telefonia.Ligacoes;

namespace CrmVoip.UnitTests.Features.Telefonia.Ligacoes;

public sealed class NumerosDasLigacoesTests
{
    private static readonly Guid _ana = Guid.NewGuid();

    [Fact]
    public void Best_hour_is_where_the_largest_part_of_the_calls_made_is_answered()
    {
        var numeros = De(
            Um(9, 10, StatusDaLigacao.NaoAtendida), Um(9, 10),
            Um(10, 2, StatusDaLigacao.Ocupado), Um(10, 4),
            Um(11, 4),
            Um(15, 6, direcao: DirecaoDaLigacao.Entrada));

        Assert.Equal((10, 67), (numeros.MelhorHora!.Hora, numeros.MelhorHora.PorCento));
        Assert.Equal("das 10h às 11h", numeros.MelhorHora.EmPalavras);
    }

    [Theory]
    [InlineData(4, StatusDaLigacao.Atendida)]
    [InlineData(20, StatusDaLigacao.NaoAtendida)]
    public void Few_calls_and_calls_that_nobody_answered_have_no_best_hour(int quantas, StatusDaLigacao status) => Assert.Null(De(Um(9, quantas, status)).MelhorHora);

    [Fact]
    public void Of_two_hours_alike_the_one_with_more_calls_counts() => Assert.Equal(14, De(Um(9, 5), Um(14, 8)).MelhorHora!.Hora);

    [Fact]
    public void Talk_is_that_of_answered_calls_and_the_average_is_over_them()
    {
        var numeros = De(Um(9, 2, conversa: 90), Um(9, 8, StatusDaLigacao.CaixaPostal, conversa: 40));

        Assert.Equal((10, 2, 90L, 45, 20), (numeros.Ligacoes, numeros.Atendidas, numeros.Conversa, numeros.Media!.Value, numeros.PorCento!.Value));
        Assert.Null(De().Media);
    }

    private static NumerosDasLigacoes De(params ContagemDeLigacoes[] contagens) => new(contagens, new HashSet<Guid>());

    private static ContagemDeLigacoes Um(
        int hora, int quantas, StatusDaLigacao status = StatusDaLigacao.Atendida, DirecaoDaLigacao direcao = DirecaoDaLigacao.Saida, long conversa = 0) =>
        new(_ana, direcao, status, null, hora, quantas, conversa);
}
