using System.Globalization;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Erros;

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
        return View("Erro", TelaDeErro.De(codigo));
    }
}
