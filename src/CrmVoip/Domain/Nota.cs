namespace CrmVoip.Domain;

/// <summary>
/// What somebody wrote down about a deal, or about a contact. Fixada: kept above the timeline. Taken out, it stays
/// for whoever takes that back.
/// </summary>
public sealed class Nota : Entidade
{
    public const int TextoMaximo = 4000;

    private Nota(Guid organizacaoId)
        : base(organizacaoId)
    {
    }

    public Guid AutorId { get; private init; }

    public Guid? OportunidadeId { get; private init; }

    public Guid? ContatoId { get; private init; }

    public string Texto { get; private set; } = "";

    public DateTimeOffset CriadaEm { get; private init; }

    public DateTimeOffset? EditadaEm { get; private set; }

    public DateTimeOffset? FixadaEm { get; private set; }

    public DateTimeOffset? RetiradaEm { get; private set; }

    public static Nota DaOportunidade(Guid organizacaoId, Guid oportunidadeId, Guid autorId, string texto, DateTimeOffset agora) =>
        new(organizacaoId) { OportunidadeId = oportunidadeId, AutorId = autorId, Texto = texto, CriadaEm = agora };

    public static Nota DoContato(Guid organizacaoId, Guid contatoId, Guid autorId, string texto, DateTimeOffset agora) =>
        new(organizacaoId) { ContatoId = contatoId, AutorId = autorId, Texto = texto, CriadaEm = agora };

    public void Editar(string texto, DateTimeOffset agora) => (Texto, EditadaEm) = (texto, agora);

    public void Fixar(DateTimeOffset? em) => FixadaEm = em;

    public void Retirar(DateTimeOffset agora) => RetiradaEm = agora;

    public void Devolver() => RetiradaEm = null;
}
