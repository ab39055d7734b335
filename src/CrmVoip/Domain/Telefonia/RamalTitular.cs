namespace CrmVoip.Domain.Telefonia;

/// <summary>Who held a ramal, from when to when: no secret, so that background work may read what ramais_voip hides.</summary>
public sealed class RamalTitular(Guid organizacaoId, string sipDomain, string extension, Guid usuarioId, DateTimeOffset desde) : Entidade(organizacaoId)
{
    public string SipDomain { get; private init; } = sipDomain;

    public string Extension { get; private init; } = extension;

    public Guid UsuarioId { get; private init; } = usuarioId;

    public DateTimeOffset Desde { get; private init; } = desde;

    public DateTimeOffset? Ate { get; private set; }

    /// <summary>
    /// Whether the ramal counted as this person's (RamalVoip.Confirmado); who became the holder of it later has a row from then on.
    /// Null in rows that an earlier version wrote: they count as they did, until they were looked at.
    /// </summary>
    public bool? Confirmado { get; set; }

    /// <summary>When a phone last fetched the credentials of the ramal in this person's name.</summary>
    public DateTimeOffset? UltimoUsoEm { get; set; }

    /// <summary>Since when the column above is kept; null in rows that an earlier version wrote, until PreencherUsos.</summary>
    public DateTimeOffset? UsosDesde { get; set; } = DateTimeOffset.UtcNow;

    public void Encerrar(DateTimeOffset agora) => Ate = agora;

    /// <summary>What an earlier version wrote down only in the record of what people did.</summary>
    public void HerdarUso(DateTimeOffset? em, DateTimeOffset agora) => (UltimoUsoEm, UsosDesde) = (UltimoUsoEm ?? em, agora);
}
