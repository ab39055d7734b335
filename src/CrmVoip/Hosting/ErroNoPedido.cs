using Microsoft.AspNetCore.Diagnostics;
using Serilog;

namespace CrmVoip.Hosting;

/// <summary>Hands the exception that ended a request to the one line that is written about it; the page of the error is made by others.</summary>
public sealed class ErroNoPedido(IDiagnosticContext linha) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        linha.SetException(exception);
        return ValueTask.FromResult(false);
    }
}
