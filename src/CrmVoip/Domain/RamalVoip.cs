namespace CrmVoip.Domain;

public enum StatusDoRamal
{
    Ativo,
    Inativo,
}

/// <summary>
/// The SIP extension of one member. Its password lives in ramais_voip_segredos, readable by its owner only. A revoked one
/// stays as history: the filter "vigente" hides it, and its extension is free again.
/// </summary>
public sealed class RamalVoip(Guid organizacaoId, Guid usuarioId, string extension, string sipServer) : Entidade(organizacaoId)
{
    public const int ExtensionMaximo = 20;
    public const int SipServerMaximo = 253;
    public const int NomeMaximo = 80;
    public const int SenhaMaximo = 128;
    public const string ExtensionIndice = "ix_ramais_voip_extension";
    public const string UsuarioIndice = "ix_ramais_voip_usuario";

    public Guid UsuarioId { get; private init; } = usuarioId;

    public string Extension { get; private set; } = extension;

    public string SipServer { get; private set; } = sipServer;

    public string NomeExibicao { get; private set; } = "";

    public StatusDoRamal Status { get; private set; } = StatusDoRamal.Ativo;

    public Guid? SegredoId { get; private set; }

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset AtualizadoEm { get; private set; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? RevogadoEm { get; private set; }

    public void Editar(string extension, string sipServer, string nomeExibicao, StatusDoRamal status, DateTimeOffset agora)
    {
        Extension = extension;
        SipServer = sipServer;
        NomeExibicao = nomeExibicao;
        Status = status;
        AtualizadoEm = agora;
    }

    public void UsarSegredo(RamalVoipSegredo segredo) => SegredoId = segredo.Id;

    /// <summary>Takes the ramal away from its person. The sealed password stays sealed, and nothing names it any more.</summary>
    public void Revogar(DateTimeOffset agora)
    {
        Status = StatusDoRamal.Inativo;
        SegredoId = null;
        RevogadoEm = AtualizadoEm = agora;
    }
}
