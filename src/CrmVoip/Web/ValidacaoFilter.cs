using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CrmVoip.Web;

/// <summary>Runs the FluentValidation rules of each argument, asynchronous ones too, into ModelState. The action decides what to show.</summary>
public sealed class ValidacaoFilter(IServiceProvider services) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        foreach (var argumento in context.ActionArguments.Values.OfType<object>())
        {
            if (services.GetService(typeof(IValidator<>).MakeGenericType(argumento.GetType())) is not IValidator validador)
            {
                continue;
            }

            var resultado = await validador.ValidateAsync(new ValidationContext<object>(argumento), context.HttpContext.RequestAborted);
            foreach (var erro in resultado.Errors.Where(e => !TemErro(context, e.PropertyName)))
            {
                context.ModelState.AddModelError(erro.PropertyName, erro.ErrorMessage);
            }
        }

        await next();
    }

    // A value that could not even be read already has its message.
    private static bool TemErro(ActionExecutingContext context, string campo) =>
        context.ModelState.TryGetValue(campo, out var entrada) && entrada.Errors.Count > 0;
}
