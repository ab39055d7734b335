using CrmVoip.Domain.Ligacoes;
using CrmVoip.Text;

namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// One call as the provider knows it: the sum of its readings (RelatoDoProvedor), and the link to the call here that it is,
/// with the reason. Times are UTC by the provider's clock; received times by the database's.
/// </summary>
public sealed class RegistroDoProvedor : Entidade
{
    public const int NumeroMaximo = 40;
    public const int CausaMaximo = 80;
    public const string LigacaoIndice = "ix_registros_do_provedor_ligacao";

    public RegistroDoProvedor(Guid organizacaoId)
        : base(organizacaoId)
    {
    }

    public string? SipDomain { get; private set; }

    public DirecaoDaLigacao Direcao { get; private set; }

    public string? Ramal { get; private set; }

    public string? Contraparte { get; private set; }

    /// <summary>Our call's id, where the provider was asked to dial and names it.</summary>
    public Guid? TentativaId { get; private set; }

    public DateTimeOffset? InicioEm { get; private set; }

    /// <summary>The start, or what comes nearest to it: records are found by it.</summary>
    public DateTimeOffset ComecoEm { get; private set; }

    public DateTimeOffset? FimEm { get; private set; }

    public Atendimento Atendida { get; private set; }

    public int? ConversaSegundos { get; private set; }

    public string? Causa { get; private set; }

    public bool TemGravacao { get; private set; }

    public DateTimeOffset RecebidoEm { get; private set; }

    /// <summary>When its end was first heard of; null while it goes on.</summary>
    public DateTimeOffset? FimRecebidoEm { get; private set; }

    public Guid? LigacaoId { get; private set; }

    public MotivoDoVinculo? Motivo { get; private set; }

    public DateTimeOffset? VinculadoEm { get; private set; }

    /// <summary>How far the provider's clock was ahead, by this record and its call.</summary>
    public int? AdiantadoMs { get; private set; }

    /// <summary>How far its times are moved to be ours: zero where the difference is only the time an INVITE takes.</summary>
    public int CorrecaoMs { get; private set; }

    /// <summary>Calls it may be, while several explanations are as good.</summary>
    public Guid[] Candidatas { get; private set; } = [];

    public TimeSpan Correcao => TimeSpan.FromMilliseconds(CorrecaoMs);

    public bool EmDuvida => Candidatas.Length > 0;

    /// <summary>Linked to a call that was made here, not to the one that was made of it.</summary>
    public bool DeLigacaoNossa => Motivo is not null and not MotivoDoVinculo.ForaDoCrm;

    public void Projetar(RelatoDoProvedor relato)
    {
        var noRamal = RegistroNoRamal.De(Id, relato);
        SipDomain = relato.Dominio?.Cortado(RamalVoip.SipServerMaximo);
        Direcao = relato.Entrada ? DirecaoDaLigacao.Entrada : DirecaoDaLigacao.Saida;
        Ramal = relato.Ramal?.Cortado(RamalVoip.ExtensionMaximo);
        Contraparte = relato.Contraparte?.Cortado(NumeroMaximo);
        TentativaId = relato.Tentativa;
        InicioEm = relato.InicioEm;
        ComecoEm = noRamal.ComecoProvavel;
        FimEm = relato.FimEm;
        Atendida = relato.Atendida;
        ConversaSegundos = relato.Conversa;
        Causa = relato.Causa?.Cortado(CausaMaximo);
        TemGravacao = relato.GravacaoUrl is not null;
        RecebidoEm = relato.PrimeiraRecebidaEm;
        FimRecebidoEm = relato.FimRecebidoEm;
    }

    public RegistroNoRamal NoRamal() => new(Id, Contraparte ?? "", RecebidoEm)
    {
        Tentativa = TentativaId,
        Escolhida = Motivo == MotivoDoVinculo.Pessoa ? LigacaoId : null,
        InicioEm = InicioEm,
        FimEm = FimEm,
        FimRecebidoEm = FimRecebidoEm,
        Atendida = Atendida,
        Conversa = ConversaSegundos,
    };

    /// <param name="ligacaoId">The call it is.</param>
    /// <param name="motivo">Why.</param>
    /// <param name="agora">The database's time.</param>
    /// <param name="adiantado">Its start against when the call was dialled; null where either is unknown.</param>
    /// <param name="correcao">What to move its times by.</param>
    public void Vincular(Guid ligacaoId, MotivoDoVinculo motivo, DateTimeOffset agora, TimeSpan? adiantado, TimeSpan correcao)
    {
        LigacaoId = ligacaoId;
        Motivo = motivo;
        VinculadoEm = agora;
        AdiantadoMs = (int?)adiantado?.TotalMilliseconds;
        CorrecaoMs = (int)correcao.TotalMilliseconds;
        Candidatas = [];
    }

    public void Desvincular()
    {
        LigacaoId = null;
        Motivo = null;
        VinculadoEm = null;
        AdiantadoMs = null;
    }

    public void Duvidar(IEnumerable<Guid> candidatas) => Candidatas = [.. candidatas];

    public void Corrigir(TimeSpan correcao) => CorrecaoMs = (int)correcao.TotalMilliseconds;
}
