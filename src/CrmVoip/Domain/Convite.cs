namespace CrmVoip.Domain;

public enum SituacaoDoConvite
{
    Pendente,
    Aceito,
    Expirado,
    Revogado,
}

/// <summary>
/// An invitation to join an organization. Its link carries the organization, this id and a random secret; only the
/// secret's SHA-256 (lowercase hexadecimal) is kept.
/// </summary>
public sealed class Convite(Guid organizacaoId, string email, Papel papel, Guid criadoPor, DateTimeOffset criadoEm) : Entidade(organizacaoId)
{
    public const int EmailMaximo = 254;
    public const int HashTamanho = 64;
    public const string EmailIndice = "ix_convites_pendente";
    public static readonly TimeSpan Validade = TimeSpan.FromDays(7);

    public string Email { get; private init; } = email;

    public Papel Papel { get; private init; } = papel;

    public string SegredoHash { get; private set; } = "";

    public Guid CriadoPor { get; private init; } = criadoPor;

    public DateTimeOffset CriadoEm { get; private init; } = criadoEm;

    public DateTimeOffset ExpiraEm { get; private set; } = criadoEm + Validade;

    public DateTimeOffset? AceitoEm { get; private set; }

    public Guid? AceitoPor { get; private set; }

    public DateTimeOffset? RevogadoEm { get; private set; }

    public SituacaoDoConvite Situacao(DateTimeOffset agora) => this switch
    {
        { RevogadoEm: not null } => SituacaoDoConvite.Revogado,
        { AceitoEm: not null } => SituacaoDoConvite.Aceito,
        _ => ExpiraEm <= agora ? SituacaoDoConvite.Expirado : SituacaoDoConvite.Pendente,
    };

    public bool Confere(string segredo) => SegredoDoConvite.Confere(segredo, SegredoHash);

    /// <summary>A new link, with its time starting over: the former one no longer opens anything.</summary>
    public void Renovar(string segredoHash, DateTimeOffset agora)
    {
        if (Situacao(agora) is SituacaoDoConvite.Aceito or SituacaoDoConvite.Revogado)
        {
            throw new RegraVioladaException("Este convite já foi aceito ou revogado. Atualize a página.");
        }

        SegredoHash = segredoHash;
        ExpiraEm = agora + Validade;
    }

    public void Aceitar(Guid usuarioId, DateTimeOffset agora)
    {
        if (Situacao(agora) != SituacaoDoConvite.Pendente)
        {
            throw new RegraVioladaException("Este convite não vale mais. Peça outro ao administrador.");
        }

        AceitoPor = usuarioId;
        AceitoEm = agora;
    }

    public void Revogar(DateTimeOffset agora)
    {
        if (AceitoEm is not null)
        {
            throw new RegraVioladaException("Este convite já foi aceito. Desative o membro, se for o caso.");
        }

        RevogadoEm ??= agora;
    }
}
