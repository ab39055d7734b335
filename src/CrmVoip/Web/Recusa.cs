using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Web;

/// <summary>Why a command did nothing. Codigo is for the page, Mensagem for the person, Link where it is mended, Campo the form's field.</summary>
public record Recusa(int Status, string Codigo, string Mensagem, string? Link = null, string? Campo = null)
{
    /// <summary>It is not there, or is somebody else's: both look the same.</summary>
    public static Recusa NaoEncontrada { get; } = new(404, "nao_encontrada", "Não encontrada.");
}

public static class RecusaExtensions
{
    /// <summary>A refusal of one field goes to that field of the form, which is then shown again.</summary>
    public static bool RecusouCampo(this ControllerBase controller, Recusa? recusa)
    {
        if (recusa?.Campo is not { } campo)
        {
            return false;
        }

        controller.ModelState.AddModelError(campo, recusa.Mensagem);
        return true;
    }

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
