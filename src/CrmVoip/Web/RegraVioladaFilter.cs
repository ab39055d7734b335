using CrmVoip.Domain;
using CrmVoip.Web.Entrada;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CrmVoip.Web;

/// <summary>A broken rule is told to the person: 409 with the text for scripts, a notice on the page before for forms.</summary>
public sealed class RegraVioladaFilter(ITempDataDictionaryFactory tempData) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not RegraVioladaException regra)
        {
            return;
        }

        if (EnderecoDeVolta.PaginaDeAntes(context.HttpContext.Request) is { } volta)
        {
            tempData.GetTempData(context.HttpContext)[Avisos.Chave] = regra.Message;
            context.Result = volta;
        }
        else
        {
            context.Result = new ConflictObjectResult(new { codigo = "regra", mensagem = regra.Message });
        }

        context.ExceptionHandled = true;
    }
}
