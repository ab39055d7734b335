namespace CrmVoip.Domain.Ligacoes;

public enum TipoDeEvento
{
    Chamando,
    Tocando,
    MidiaInicial,
    Atendida,
    EmEspera,
    Retomada,
    Mudo,
    Som,
    Dtmf,
    Reconectando,
    Reconectada,
    Sinal,
    Encerrada,
}
