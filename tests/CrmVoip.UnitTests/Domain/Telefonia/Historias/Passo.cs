namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

public enum Caminho
{
    Navegador,
    Discador,
    Mesa,
    Entrada,
}

public enum Desfecho
{
    Atendida,
    Ocupado,
    SemResposta,
    Cancelada,
    Recusada,
}

/// <summary>How the browser saw the end: with both sides knowing, by its own network, not at all (killed), not yet, or otherwise than the provider has it.</summary>
public enum FimVisto
{
    Limpo,
    Rede,
    Perdido,
    Viva,
    Desmentido,
}

public enum Defeito
{
    Nenhum,
    InicioZero,
    InicioVazio,
    InicioUmDiaDepois,
    AtendidaZero,
    AtendidaIlegivel,
    FimZero,
    FimVazio,
    FimUmDiaDepois,
    SemDatas,
    CausaEstranha,
    CausaVazia,
    DuracaoAbsurda,
}

/// <summary>One reading of the provider that reached us: seconds after what it speaks of, and what is wrong with it.</summary>
public sealed record Dita(double Atraso, Defeito Defeito);

/// <summary>What the provider told of a call; null where it was lost. The first row may come before the call was counted.</summary>
public sealed record Contada(Dita? Resposta, Dita? Desligamento, Dita? DeNovo, Dita? PrimeiraLinha, Dita? UltimaLinha, bool LinhaPorContar, bool OutroId);

/// <summary>
/// One call on the ramal, in seconds. Pausa counts from the end of the browser's call before; of a desk or inbound call, from
/// its start. Tarde: how much later than the browser the provider noticed the end.
/// </summary>
public sealed record Passo(
    Caminho Caminho,
    int Numero,
    double Pausa,
    double AteDiscar,
    double Toque,
    Desfecho Desfecho,
    double Conversa,
    bool SemChamando,
    FimVisto Fim,
    double Tarde,
    double Folga,
    Contada Contada)
{
    public bool NoCrm => Caminho is Caminho.Navegador or Caminho.Discador;
}
