using CrmVoip.Domain.Telefonia;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>What the provider says about a call, on our clock.</summary>
internal sealed class PalavraDoProvedor(RelatoDoProvedor relato, TimeSpan adiantado)
{
    // Talk this short is none in whole seconds.
    private const int CurtaDemais = 2;

    public RelatoDoProvedor Relato { get; } = relato;

    public DateTimeOffset? AtendidaEm => Relato.AtendidaEm - adiantado;

    public DateTimeOffset? FimEm => Relato.FimEm - adiantado;

    public int? Conversa => Relato.Conversa;

    public OrigemDoFato Origem => Relato.Fonte == FonteDaLeitura.Lista ? OrigemDoFato.Reconciliacao : OrigemDoFato.Webhook;

    /// <summary>The end; where nobody dates it, what is known of the call, else when the end was heard of.</summary>
    public DateTimeOffset Fim(PalavraDoNavegador navegador) =>
        FimEm ?? navegador.FimEm ?? (AtendidaEm ?? Relato.InicioEm - adiantado)?.AddSeconds(Conversa ?? 0) ?? Relato.FimRecebidoEm ?? Relato.PrimeiraRecebidaEm;

    public int Duracao(PalavraDoNavegador navegador) => Conversa ?? navegador.Conversa ?? 0;

    /// <summary>When an answered call was answered. The list tells only how long it lasted.</summary>
    public DateTimeOffset QuandoAtendeu(PalavraDoNavegador navegador, DateTimeOffset fimEm) =>
        AtendidaEm ?? FimEm?.AddSeconds(-(Conversa ?? 0)) ?? navegador.AtendidaEm ?? fimEm.AddSeconds(-(Conversa ?? 0));

    /// <summary>Talk time and our own answered leg are an answer, whatever the cause; what the provider does not know, the browser may.</summary>
    public bool FoiAtendida(PalavraDoNavegador navegador) =>
        Relato.Atendida == Atendimento.Sim
        || (navegador.NossaPernaAtendeu && (Conversa > 0 || Relato.Atendida == Atendimento.Desconhecido || NaoDeuParaContar(navegador)));

    private bool NaoDeuParaContar(PalavraDoNavegador navegador) =>
        navegador.Conversa <= CurtaDemais && !CausaDoProvedor.NegaAtendimento(Relato.Causa);
}
