using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Linha;

/// <summary>Why somebody may not call, in the words that every screen shows.</summary>
public static class RecusasDaLinha
{
    public static Recusa SemRamal { get; } = new(409, "sem_ramal", "Você ainda não tem um ramal.", "/ramais");

    public static Recusa RamalInativo { get; } = new(409, "ramal_inativo", "Seu ramal está inativo.", "/ramais");

    /// <summary>Without a link: only an administrador can mend it.</summary>
    public static Recusa RamalDesativado { get; } =
        new(409, "ramal_inativo", "Um administrador desativou seu ramal, e só um administrador pode ativá-lo de novo. Nenhuma ligação foi feita.");

    public static Recusa RamalPorConfirmar { get; } = new(
        409,
        "ramal_por_confirmar",
        "A API4COM só liga por um ramal confirmado, e o seu ainda não foi. Confira a senha dele, ou peça a um administrador que o confirme.",
        "/ramais");

    public static Recusa NaoLigar(string numero) => new(
        422, "nao_ligar", $"Quem atende em {Formato.Telefone(numero)} pediu para não receber ligações. Só um administrador pode liberar.");

    public static Recusa NaoConectado(Papel? papel) => Permissoes.Pode(papel, Permissoes.GerirConexoes)
        ? new(409, "nao_conectado", "A organização ainda não conectou a API4COM.", "/conexoes")
        : new(409, "nao_conectado", "A organização ainda não conectou a API4COM. Peça a um administrador.");

    public static Recusa ConexaoRecusada(Papel? papel) => Permissoes.Pode(papel, Permissoes.GerirConexoes)
        ? new(409, "conexao_recusada", "A API4COM recusou o token da organização. Nenhuma ligação foi feita.", "/conexoes")
        : new(409, "conexao_recusada", "A API4COM recusou o acesso da organização. Nenhuma ligação foi feita; os administradores já foram avisados.");
}
