namespace CrmVoip.Domain;

public enum TipoDeTelefone
{
    Celular,
    Trabalho,
    Casa,
    Outro,
}

/// <summary>
/// A telephone of a contact. Numero is E.164, null when Texto could not be read as one. Errado: it is somebody else's. NaoLigar:
/// whoever answers there asked not to be called; it holds for the number, whoever has it.
/// </summary>
public sealed class TelefoneDoContato(Guid organizacaoId, Guid contatoId, int ordem) : Entidade(organizacaoId)
{
    public const int PorContato = 20;

    public Guid ContatoId { get; private init; } = contatoId;

    public int Ordem { get; private init; } = ordem;

    public string? Numero { get; private set; }

    public string Texto { get; private set; } = "";

    public TipoDeTelefone Tipo { get; private set; }

    public bool Principal { get; private set; }

    public bool Errado { get; private set; }

    public bool NaoLigar { get; private set; }

    /// <summary>A call may go there.</summary>
    public bool Disca => Numero is not null && !Errado && !NaoLigar;

    /// <summary>As people write it, where the type was not said.</summary>
    public static TipoDeTelefone TipoDe(string? e164) => NumeroDeTelefone.Ler(e164)?.Tipo switch
    {
        TipoDeNumero.Celular or null => TipoDeTelefone.Celular,
        TipoDeNumero.Fixo => TipoDeTelefone.Trabalho,
        _ => TipoDeTelefone.Outro,
    };

    /// <summary>The same row however often it is made of what a version before kept in the contact.</summary>
    internal static TelefoneDoContato DoContato(Contato contato, int ordem)
    {
        var id = contato.Id.ToByteArray();
        id[^1] ^= (byte)ordem;
        return new TelefoneDoContato(contato.OrganizacaoId, contato.Id, ordem) { Id = new Guid(id) };
    }

    internal void Escrever(string texto, string? e164, TipoDeTelefone tipo)
    {
        if (e164 != Numero)
        {
            (Errado, NaoLigar) = (false, false);
        }

        (Texto, Numero, Tipo) = (texto, e164, tipo);
    }

    internal void SerPrincipal(bool principal) => Principal = principal;

    internal void SerErrado(bool errado) => Errado = errado;

    internal void NaoSeLigar(bool naoLigar) => NaoLigar = naoLigar;
}
