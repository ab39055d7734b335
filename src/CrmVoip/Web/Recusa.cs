using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CrmVoip.Web;

/// <summary>Why a command did nothing. Codigo is for the page, Mensagem for the person, Link where it is mended, Campo the form's field.</summary>
public record Recusa(int Status, string Codigo, string Mensagem, string? Link = null, string? Campo = null)
{
    /// <summary>It is not there, or is somebody else's: both look the same.</summary>
    public static Recusa NaoEncontrada { get; } = new(404, "nao_encontrada", "Não encontrada.");

    /// <summary>What was typed in one field does not do.</summary>
    public static Recusa DoCampo(string campo, string mensagem) => new(422, "campo_recusado", mensagem, Campo: campo);

    /// <summary>Nothing that was typed is to blame.</summary>
    public static Recusa SemCampo(string mensagem) => new(422, "recusado", mensagem);

    /// <summary>What a form shows: itself, or one by one where several fields are refused at once.</summary>
    public virtual IReadOnlyList<Recusa> Cada() => [this];
}

public static class RecusaExtensions
{
    /// <summary>A refusal of one field goes to that field of the form, which is then shown again. One of no field is not the form's.</summary>
    public static bool RecusouCampo(this ControllerBase controller, Recusa? recusa) =>
        recusa?.Campo is not null && controller.ModelState.Recusou(recusa);

    /// <summary>Whatever was refused goes to its field of the form, which is then shown again; where it has none, above the fields.</summary>
    /// <param name="form">The form's state.</param>
    /// <param name="recusa">Null: nothing was refused.</param>
    /// <param name="campo">The field that takes it all, of a form that has not the command's fields.</param>
    public static bool Recusou(this ModelStateDictionary form, Recusa? recusa, string? campo = null)
    {
        foreach (var cada in recusa?.Cada() ?? [])
        {
            form.AddModelError(campo ?? cada.Campo ?? "", cada.Mensagem);
        }

        return recusa is not null;
    }

    /// <summary>Where no form is shown: tells on the next page how it went.</summary>
    public static void AvisarDepois(this Controller controller, Recusa? recusa, string boaNova) =>
        controller.TempData[recusa is null ? Avisos.Sucesso : Avisos.Chave] = recusa?.Mensagem ?? boaNova;

    /// <summary>Told to the person as a broken rule is: to scripts in the answer, for forms by a notice on the page before.</summary>
    public static IActionResult RecusarComAviso(this Controller controller, Recusa recusa)
    {
        if (recusa == Recusa.NaoEncontrada || EnderecoDeVolta.PaginaDeAntes(controller.Request) is not { } volta)
        {
            return controller.Recusar(recusa);
        }

        controller.TempData[Avisos.Chave] = recusa.Mensagem;
        return volta;
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
