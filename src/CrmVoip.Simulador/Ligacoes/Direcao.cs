namespace CrmVoip.Simulador.Ligacoes;

/// <summary>Whether the extension called the customer or the customer the extension.</summary>
public enum Direcao
{
    Saida,
    Entrada,
}

public static class DirecaoDoProvedor
{
    /// <summary>The word of the list and of the webhooks.</summary>
    public static string ParaOProvedor(this Direcao direcao) => direcao == Direcao.Saida ? "outbound" : "inbound";
}
