using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Quadros;

/// <summary>How many deals, and their value. With Mais there are more than so many, and nobody knows their value.</summary>
public sealed record Total(int Quantidade, decimal Soma, bool Mais = false)
{
    /// <summary>What is looked up by an index, and not counted already, is counted to here.</summary>
    public const int Maximo = 1_000;

    /// <summary>"16.667", or "1.000+".</summary>
    public string Numero => Formato.Inteiro(Quantidade) + (Mais ? "+" : "");

    /// <summary>"R$ 12.400"; nothing when it is not known.</summary>
    public string Valor => Mais ? "" : Formato.DinheiroCurto(Soma);

    public static Total Nenhum { get; } = new(0, 0);

    /// <summary>Of a count that went one beyond its maximum when there are more.</summary>
    public static Total Ate(int maximo, int quantidade, decimal soma) =>
        quantidade > maximo ? new Total(maximo, 0, Mais: true) : new Total(quantidade, soma);

    public static Total Somar(IReadOnlyCollection<Total> totais) =>
        new(totais.Sum(t => t.Quantidade), totais.Sum(t => t.Soma), totais.Any(t => t.Mais));
}
