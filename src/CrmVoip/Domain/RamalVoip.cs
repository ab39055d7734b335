namespace CrmVoip.Domain;

public enum StatusDoRamal
{
    Ativo,
    Inativo,
}

/// <summary>What showed, against the provider's list, that a ramal is its person's.</summary>
public enum ProvaDoRamal
{
    Senha,
    Email,
}

/// <summary>
/// The SIP extension of one member. Its password lives in ramais_voip_segredos, readable by its owner only. A revoked one
/// stays as history: the filter "vigente" hides it, and its extension is free again. Anybody may register a number; it counts
/// as that person's only once it is Confirmado.
/// </summary>
public sealed class RamalVoip(Guid organizacaoId, Guid usuarioId, string extension, string sipServer) : Entidade(organizacaoId)
{
    public const int ExtensionMaximo = 20;
    public const int SipServerMaximo = 253;
    public const int EnderecoMaximo = ExtensionMaximo + 1 + SipServerMaximo;
    public const int NomeMaximo = 80;
    public const int SenhaMaximo = 128;
    public const string ExtensionIndice = "ix_ramais_voip_extension";
    public const string EnderecoIndice = "ix_ramais_voip_endereco";
    public const string UsuarioIndice = "ix_ramais_voip_usuario";

    public Guid UsuarioId { get; private init; } = usuarioId;

    public string Extension { get; private set; } = extension;

    public string SipServer { get; private set; } = sipServer;

    public string NomeExibicao { get; private set; } = "";

    public StatusDoRamal Status { get; private set; } = StatusDoRamal.Ativo;

    public Guid? SegredoId { get; private set; }

    /// <summary>
    /// The number in the connected account, whatever server the phone goes to and however it is spelled: one a person. What
    /// follows holds for this address and no other. Null while another has it, and in rows that an earlier version wrote.
    /// </summary>
    public string? Endereco { get; private set; }

    /// <summary>The administrador who gave it, or said that it is this person's.</summary>
    public Guid? DadoPor { get; private set; }

    public DateTimeOffset? DadoEm { get; private set; }

    public ProvaDoRamal? Prova { get; private set; }

    public DateTimeOffset? ProvadoEm { get; private set; }

    /// <summary>The administrador who switched it off, and alone switches it on again. Null where its person did.</summary>
    public Guid? DesativadoPor { get; private set; }

    public DateTimeOffset? DesativadoEm { get; private set; }

    /// <summary>Since when the columns above are kept; null in rows that an earlier version wrote, until HerdarDireitos.</summary>
    public DateTimeOffset? DireitosEm { get; private set; } = DateTimeOffset.UtcNow;

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset AtualizadoEm { get; private set; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? RevogadoEm { get; private set; }

    /// <summary>Given by the administrador, or proven: not only said by its person.</summary>
    public bool DadoOuProvado => (DadoEm ?? ProvadoEm) is not null;

    public static string EnderecoDe(string extension, string lugar) => $"{extension.ToLowerInvariant()}@{lugar}";

    /// <summary>
    /// The one question whether it is this person's: given by the administrador, or proven, in the account that is connected
    /// now. The organization's token dials no other, and the provider's records are nobody else's.
    /// </summary>
    public bool Confirmado(Integracao? conexao) =>
        RevogadoEm is null
        && conexao?.LugarDosRamais is { Length: > 0 } lugar
        && Endereco == EnderecoDe(Extension, lugar)
        && DadoOuProvado;

    /// <summary>Whether a second one of that address would be the same ramal twice.</summary>
    public bool Ocupa(string endereco) =>
        Endereco == endereco || (Endereco is null && endereco.StartsWith(EnderecoDe(Extension, ""), StringComparison.Ordinal));

    /// <summary>Whether nobody else may have that address: who only says so, and waits, keeps it from nobody.</summary>
    public bool Impede(string endereco) => Ocupa(endereco) && (DireitosEm is null || DadoOuProvado);

    public void Editar(string extension, string sipServer, string nomeExibicao, StatusDoRamal status, DateTimeOffset agora)
    {
        Extension = extension;
        SipServer = sipServer;
        NomeExibicao = nomeExibicao;
        Status = status;
        AtualizadoEm = agora;
    }

    public void UsarSegredo(RamalVoipSegredo segredo) => SegredoId = segredo.Id;

    /// <summary>Takes its address in the connected account. Another number, or another account, and nothing of what was known holds.</summary>
    public void Alojar(string lugar)
    {
        var solto = EnderecoDe(Extension, "");
        if (lugar.Length == 0 && Endereco?.StartsWith(solto, StringComparison.Ordinal) == true)
        {
            return;
        }

        var novo = EnderecoDe(Extension, lugar);
        if (Endereco is not null && Endereco != novo && Endereco != solto)
        {
            (DadoPor, DadoEm, Prova, ProvadoEm) = (null, null, null, null);
        }

        Endereco = novo;
    }

    /// <summary>Another has a better claim to that address.</summary>
    public void Desalojar() => Endereco = null;

    public void Dar(Guid administradorId, DateTimeOffset agora) => (DadoPor, DadoEm) = (administradorId, agora);

    public void Provar(ProvaDoRamal prova, DateTimeOffset agora) => (Prova, ProvadoEm) = (prova, agora);

    public void Desativar(Guid administradorId, DateTimeOffset agora)
    {
        Status = StatusDoRamal.Inativo;
        (DesativadoPor, DesativadoEm, AtualizadoEm) = (administradorId, agora, agora);
    }

    public void Ativar(DateTimeOffset agora)
    {
        Status = StatusDoRamal.Ativo;
        (DesativadoPor, DesativadoEm, AtualizadoEm) = (null, null, agora);
    }

    /// <summary>What an earlier version wrote down only in the record of what people did.</summary>
    public void Herdar((Guid Por, DateTimeOffset Em)? dado, (Guid Por, DateTimeOffset Em)? desativado, DateTimeOffset agora)
    {
        (DadoPor, DadoEm) = (dado?.Por, dado?.Em);
        (DesativadoPor, DesativadoEm) = Status == StatusDoRamal.Inativo ? (desativado?.Por, desativado?.Em) : (null, null);
        DireitosEm = agora;
    }

    /// <summary>Takes the ramal away from its person. The sealed password stays sealed, and nothing names it any more.</summary>
    public void Revogar(DateTimeOffset agora)
    {
        Status = StatusDoRamal.Inativo;
        SegredoId = null;
        RevogadoEm = AtualizadoEm = agora;
    }
}
