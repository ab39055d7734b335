using System.ComponentModel.DataAnnotations;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Pessoas.Fatores;

public sealed class ProvarForm
{
    [Display(Name = "Sua senha")]
    public string? Prova { get; set; }

    /// <summary>What a passkey answered, by script.</summary>
    public string? Chave { get; set; }

    public string? ReturnUrl { get; set; }

    public bool Arquivo { get; set; }
}

public sealed class ProvarFormValidator : AbstractValidator<ProvarForm>
{
    public ProvarFormValidator() => RuleFor(f => f.Prova).Cascade(CascadeMode.Stop)
        .NotEmpty().When(f => string.IsNullOrEmpty(f.Chave), ApplyConditionTo.CurrentValidator).WithMessage("Informe sua senha.")
        .Ate(RegrasDaConta.SenhaMaximo);
}

public sealed record ArquivoProvado(string Arquivo, string Pagina);

/// <summary>Asks who it is once more, and leads to what was asked for.</summary>
[Route("conta/provar")]
public sealed class ProvarController(ProvaDeIdentidade prova) : Controller
{
    public static string Caminho(HttpRequest request, bool arquivo)
    {
        var destino = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : Anterior(request);
        return "/conta/provar" + QueryString.Create([new("ReturnUrl", destino), .. arquivo ? [KeyValuePair.Create("Arquivo", (string?)"true")] : Array.Empty<KeyValuePair<string, string?>>()]);
    }

    [HttpGet("")]
    public IActionResult Index(string? returnUrl, bool arquivo) => View("Provar", new ProvarForm { ReturnUrl = returnUrl, Arquivo = arquivo });

    [HttpPost("")]
    public async Task<IActionResult> Index(ProvarForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid || ModelState.Recusou(await prova.ConferirAsync(form.Prova, form.Chave, ct)))
        {
            form.Prova = null;
            ModelState.SetModelValue(nameof(form.Chave), null, null);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Provar", form);
        }

        return !Url.IsLocalUrl(form.ReturnUrl) ? LocalRedirect("/conta/seguranca")
            : form.Arquivo ? Baixar(form.ReturnUrl)
            : LocalRedirect(form.ReturnUrl);
    }

    // A download leaves the browser where it is: on a page that says so, and leads back to where it was asked for.
    private ViewResult Baixar(string arquivo)
    {
        Response.Headers["Refresh"] = $"0;url={arquivo}";
        return View("Provado", new ArquivoProvado(arquivo, string.Join('/', arquivo.Split('?')[0].Split('/').SkipLast(1))));
    }

    // Asked by a script: back to the page it runs on.
    private static string Anterior(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var pagina) ? pagina.PathAndQuery : "/conta/seguranca";
}
