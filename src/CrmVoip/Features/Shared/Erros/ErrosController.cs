using System.Globalization;
using CrmVoip.Web;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Shared.Erros;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SemTransacao]
public sealed class ErrosController : Controller
{
    [Route("/erro/{codigo:int:range(400,599)}")]
    public IActionResult Erro()
    {
        // From the route itself: nothing is bound when it is the form that could not be read.
        var codigo = int.Parse(RouteData.Values["codigo"]!.ToString()!, CultureInfo.InvariantCulture);
        Response.StatusCode = codigo;
        var tela = EntradaIlegivel.Houve(HttpContext) ? TelaDeErro.Ilegivel(codigo) : TelaDeErro.De(codigo);
        return Request.PedeJson()
            ? new JsonResult(new { codigo = tela.Nome, mensagem = $"{tela.Titulo}. {tela.Texto}", rastro = HttpContext.TraceIdentifier }) { StatusCode = codigo }
            : View("Erro", tela);
    }
}
