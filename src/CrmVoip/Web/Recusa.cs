using CrmVoip.Domain;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Web;

/// <summary>Why a command did nothing. Codigo is for the page, Mensagem for the person, Link where it is mended, Campo the form's field.</summary>
public record Recusa(int Status, string Codigo, string Mensagem, string? Link = null, string? Campo = null)
{
    /// <summary>It is not there, or is somebody else's: both look the same.</summary>
    public static Recusa NaoEncontrada { get; } = new(404, "nao_encontrada", "Não encontrada.");

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

    /// <summary>The organization's token rings no ramal that may be somebody else's. An INVITE of the browser's needs no such word: the provider checks its password.</summary>
    public static Recusa? AoDiscar(RamalVoip ramal, Integracao conexao) =>
        conexao.ModoDeDiscagem == ModoDeDiscagem.Dialer && !ramal.Confirmado(conexao) ? RamalPorConfirmar : null;

    public static Recusa NaoConectado(Papel? papel) => Permissoes.Pode(papel, Permissoes.GerirConexoes)
        ? new(409, "nao_conectado", "A organização ainda não conectou a API4COM.", "/conexoes")
        : new(409, "nao_conectado", "A organização ainda não conectou a API4COM. Peça a um administrador.");

    public static Recusa ConexaoRecusada(Papel? papel) => Permissoes.Pode(papel, Permissoes.GerirConexoes)
        ? new(409, "conexao_recusada", "A API4COM recusou o token da organização. Nenhuma ligação foi feita.", "/conexoes")
        : new(409, "conexao_recusada", "A API4COM recusou o acesso da organização. Nenhuma ligação foi feita; os administradores já foram avisados.");
}

public static class RecusaExtensions
{
    public static IActionResult Recusar(this ControllerBase controller, Recusa recusa) => recusa == Recusa.NaoEncontrada
        ? controller.NotFound()
        : controller.StatusCode(
            recusa.Status,
            new
            {
                recusa.Codigo,
                recusa.Mensagem,
                link = recusa.Link is null ? null : controller.Request.PathBase + recusa.Link,
                recusa.Campo,
            });
}
