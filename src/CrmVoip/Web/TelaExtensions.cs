using System.Text.Json;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Web;

/// <summary>One address, two shapes: a page of its own, or the fragment of the details dialog.</summary>
public static class TelaExtensions
{
    public static bool ParaModal(this HttpRequest request) => request.Headers["HX-Target"] == "modal";

    /// <summary>Renders {nome}.cshtml as a page, or _{nome}.cshtml for the dialog.</summary>
    public static IActionResult Tela(this Controller controller, string nome, object modelo, int status = StatusCodes.Status200OK)
    {
        // The browser must not show a fragment kept from the dialog when the same address is opened as a page.
        controller.Response.Headers.Append("Vary", "HX-Target");
        controller.Response.Headers.CacheControl = "no-store";
        if (controller.Request.ParaModal())
        {
            var fragmento = controller.PartialView("_" + nome, modelo);
            fragmento.StatusCode = status;
            return fragmento;
        }

        var pagina = controller.View(nome, modelo);
        pagina.StatusCode = status;
        return pagina;
    }

    /// <summary>
    /// Good news beside whatever is answered: a toast at once for scripts, on the next page for forms. Desfazer is where
    /// taking it back is posted, inside the organization.
    /// </summary>
    public static void Avisar(this Controller controller, string texto, string? desfazer = null, string tipo = "sucesso")
    {
        if (controller.Request.EhDeScript())
        {
            controller.Dizer(new() { ["avisar"] = controller.Aviso(texto, desfazer, tipo) });
        }
        else
        {
            controller.TempData[Avisos.Sucesso] = texto;
        }
    }

    /// <summary>
    /// The same where nothing is shown in answer: whatever shows what was changed asks for itself again. Without scripts, the page
    /// that the button stood on.
    /// </summary>
    public static IActionResult Mudado(this Controller controller, string texto, string? desfazer, string pagina)
    {
        if (!controller.Request.EhDeScript())
        {
            controller.TempData[Avisos.Sucesso] = texto;
            return EnderecoDeVolta.PaginaDeAntes(controller.Request) ?? controller.LocalRedirect(controller.Request.PathBase + pagina);
        }

        controller.Dizer(new() { ["avisar"] = controller.Aviso(texto, desfazer, "sucesso"), ["dados-alterados"] = "" });
        return controller.NoContent();
    }

    /// <summary>A form is done with: the dialog closes over the page, which asks for itself again; a page of its own gives way to that one.</summary>
    public static IActionResult Concluido(this Controller controller, string texto, string pagina)
    {
        if (!controller.Request.ParaModal())
        {
            controller.TempData[Avisos.Sucesso] = texto;
            return controller.LocalRedirect(controller.Request.PathBase + pagina);
        }

        controller.Dizer(new() { ["avisar"] = controller.Aviso(texto, null, "sucesso"), ["dados-alterados"] = "", ["dialogo-concluido"] = "" });
        return controller.NoContent();
    }

    private static object Aviso(this Controller controller, string texto, string? desfazer, string tipo) =>
        new { texto, tipo, desfazer = desfazer is null ? null : controller.Request.PathBase + desfazer };

    private static void Dizer(this Controller controller, Dictionary<string, object> acontecimentos) =>
        controller.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(acontecimentos);

    /// <summary>Tells what two people changed at once at its fields, with both values to choose from; where no field is to blame, in a sentence above them.</summary>
    public static void Oferecer(this Controller controller, IReadOnlyDictionary<string, EscolhaDoCampo> escolhas, string semCampo)
    {
        controller.ViewData[EscolhaDoCampo.Chave] = escolhas;
        foreach (var (campo, escolha) in escolhas)
        {
            controller.ModelState.AddModelError(campo, escolha.Frase);
        }

        if (escolhas.Count == 0)
        {
            controller.ModelState.AddModelError("", semCampo);
        }
    }

    /// <summary>Goes to a page of the organization with good news. From the dialog only the page behind it is swapped, so that a call goes on.</summary>
    public static IActionResult IrPara(this Controller controller, string caminho, string boaNova)
    {
        controller.TempData[Avisos.Sucesso] = boaNova;
        var path = controller.Request.PathBase + caminho;
        if (!controller.Request.ParaModal())
        {
            return controller.LocalRedirect(path);
        }

        controller.Response.Headers["HX-Location"] = JsonSerializer.Serialize(
            new { path, target = "#conteudo", select = "#conteudo", swap = "outerHTML" });
        return controller.NoContent();
    }

    /// <summary>
    /// The same with the document loaded anew, so that the phone and the security headers are those of the new settings; not
    /// while the person is on a call, which would end with the document.
    /// </summary>
    public static IActionResult Recarregar(this Controller controller, string caminho, string boaNova, bool emLigacao)
    {
        if (emLigacao || !controller.Request.EhDeScript())
        {
            return controller.IrPara(caminho, emLigacao ? boaNova + " A mudança vale a partir da próxima vez que a página for aberta." : boaNova);
        }

        controller.TempData[Avisos.Sucesso] = boaNova;
        controller.Response.Headers["HX-Redirect"] = controller.Request.PathBase + caminho;
        return controller.NoContent();
    }
}
