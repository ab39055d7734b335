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
    Entrada,
}

/// <summary>Where a call was made: in the product, or at the provider without it (a desk phone, somebody who called in).</summary>
public enum OrigemDaLigacao
{
    Crm,
    ForaDoCrm,
}

/// <summary>Who told us, from the least to the most trusted.</summary>
public enum OrigemDoFato
{
    Varredura,
    Navegador,
    Webhook,
    Reconciliacao,
}
