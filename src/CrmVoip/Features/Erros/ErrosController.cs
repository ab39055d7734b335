using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Erros;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrosController : Controller
{
    [Route("/erro/{codigo:int}")]
    public IActionResult Erro(int codigo)
    {
        Response.StatusCode = codigo;
        return View(codigo);
    }
}
