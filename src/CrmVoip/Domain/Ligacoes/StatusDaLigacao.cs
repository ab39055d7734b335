namespace CrmVoip.Domain.Ligacoes;

/// <summary>What the line did. What the rep got out of it is ResultadoDeLigacao.</summary>
public enum StatusDaLigacao
{
    EmAndamento,
    Atendida,
    NaoAtendida,
    Ocupado,
    Cancelada,
    Recusada,
    CaixaPostal,
    Falha,
}

public enum DirecaoDaLigacao
{
    Saida,
}

/// <summary>Who told us, from the least to the most trusted.</summary>
public enum OrigemDoFato
{
    Varredura,
    Navegador,
    Webhook,
    Reconciliacao,
}
