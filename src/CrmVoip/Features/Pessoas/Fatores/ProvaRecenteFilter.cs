using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CrmVoip.Features.Pessoas.Fatores;

/// <summary>What the page that asks shows. Pedido is what was sent, sealed; Acao where it goes on.</summary>
public sealed record PedidoDeProva(string Acao, string Pedido)
{
    public const string Prova = "Prova";
    public const string Chave = "Chave";
    public const string CampoDoPedido = "Pedido";
}

/// <summary>Asks before the model is bound: what was sent is kept sealed in the page, and comes back with the proof.</summary>
public sealed class ProvaRecenteFilter(
    ProvaRecenteAttribute regra, ProvaDeIdentidade prova, PedidoSelado selado, IModelMetadataProvider metadados) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await prova.RecenteAsync())
        {
            Retomar(request);
            await next();
            return;
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            context.Result = new RedirectResult(ProvarController.Caminho(request, regra.Arquivo));
            return;
        }

        if (!request.HasFormContentType)
        {
            context.Result = Recusa(request);
            return;
        }

        if (regra.Dispensa(request.Form))
        {
            await next();
            return;
        }

        if (selado.Abrir(request) is not { } pedido)
        {
            context.Result = Perguntar(request, context.ModelState, selado.Fechar(request));
        }
        else if (context.ModelState.Recusou(
            await prova.ConferirAsync(request.Form[PedidoDeProva.Prova], request.Form[PedidoDeProva.Chave], context.HttpContext.RequestAborted)))
        {
            context.Result = Perguntar(request, context.ModelState, request.Form[PedidoDeProva.CampoDoPedido]!);
        }
        else
        {
            request.Form = pedido;
            await next();
        }
    }

    // Asked in two tabs and answered in one: the other brings its sealed form to a session that has the proof.
    private void Retomar(HttpRequest request)
    {
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && selado.Abrir(request) is { } pedido)
        {
            request.Form = pedido;
        }
    }

    private ViewResult Perguntar(HttpRequest request, ModelStateDictionary estado, string pedido) => new()
    {
        ViewName = $"~/Features/Pessoas/Fatores/{(request.ParaModal() ? "_Prova" : "Prova")}.cshtml",
        StatusCode = StatusCodes.Status422UnprocessableEntity,
        ViewData = new ViewDataDictionary<PedidoDeProva>(metadados, estado) { Model = new PedidoDeProva(request.PathBase + request.Path, pedido) },
    };

    private static ObjectResult Recusa(HttpRequest request) => new(new
    {
        codigo = "prova_exigida",
        mensagem = "Confirme que é você para continuar.",
        link = ProvarController.Caminho(request, arquivo: false),
    })
    {
        StatusCode = StatusCodes.Status403Forbidden,
    };
}
