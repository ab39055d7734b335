namespace CrmVoip.Domain.Ligacoes;

/// <summary>What a person says of a call made on another telephone. Nobody talks in one that was not answered.</summary>
public sealed record LigacaoDita(DirecaoDaLigacao Direcao, DateTimeOffset InicioEm, bool Atendida, TimeSpan Duracao)
{
    public TimeSpan Conversa => Atendida ? Duracao : TimeSpan.Zero;
}
