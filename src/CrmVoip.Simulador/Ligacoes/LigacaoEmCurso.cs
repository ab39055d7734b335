using CrmVoip.Simulador.Sip;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>A call with its rep's leg, while it lasts and for the control API afterwards.</summary>
public sealed class LigacaoEmCurso(Ligacao ligacao, SipLeg perna) : IDisposable
{
    private readonly CancellationTokenSource fim = new();

    public Ligacao Ligacao { get; } = ligacao;

    public SipLeg Perna { get; } = perna;

    public CancellationToken Encerrada => fim.Token;

    public void PararRoteiro() => fim.Cancel();

    public void Dispose() => fim.Dispose();
}
