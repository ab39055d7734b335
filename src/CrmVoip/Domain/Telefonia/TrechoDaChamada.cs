namespace CrmVoip.Domain.Telefonia;

/// <summary>
/// When a call was, as one source tells it, by the provider's clock; null is not known. One source cuts seconds off, another rounds
/// them, and who hears a busy tone and dials again at once starts two calls within that.
/// </summary>
public readonly record struct TrechoDaChamada(DateTimeOffset? InicioEm, DateTimeOffset? FimEm)
{
    /// <summary>One second of rounding on each side.</summary>
    public static readonly TimeSpan MesmoInstante = TimeSpan.FromSeconds(2);

    // A start rounded up beside an end cut off.
    private static readonly TimeSpan _arredondamento = TimeSpan.FromSeconds(1);

    /// <summary>Nothing says that the two are not one call.</summary>
    public bool PodeSer(TrechoDaChamada outro) => !OutroFim(outro) && !BemDepoisDe(outro) && !outro.BemDepoisDe(this);

    /// <summary>
    /// The two begin as one call does, and one of them was over when the other began. Ends that merely differ are a correction.
    /// </summary>
    public bool SeguidoDe(TrechoDaChamada outro) =>
        (InicioEm - outro.InicioEm)?.Duration() <= MesmoInstante
        && (BemDepoisDe(outro) || outro.BemDepoisDe(this) || (OutroFim(outro) && (InicioEm >= outro.FimEm || outro.InicioEm >= FimEm)));

    private bool OutroFim(TrechoDaChamada outro) => (FimEm - outro.FimEm)?.Duration() > MesmoInstante;

    private bool BemDepoisDe(TrechoDaChamada outro) => InicioEm - outro.FimEm > _arredondamento;
}
