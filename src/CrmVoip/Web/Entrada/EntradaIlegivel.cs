using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CrmVoip.Web.Entrada;

/// <summary>The action reads the body itself, whatever it is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LeOProprioCorpoAttribute : Attribute;

/// <summary>
/// What a caller sent cannot be read: its fault, told as 4xx whatever noticed it first. The form is read here, once, so that no
/// action meets half of one; nobody who was not let in so far has it read.
/// </summary>
public sealed class EntradaIlegivel(RequestDelegate next)
{
    /// <summary>A body's size when its route says nothing else ([RequestSizeLimit]).</summary>
    public const long CorpoMaximo = 1024 * 1024;

    private static readonly object _marca = new();

    /// <summary>The failure that is being told is this one, and not, say, a form that went stale.</summary>
    public static bool Houve(HttpContext contexto) => contexto.Items.ContainsKey(_marca);

    public async Task InvokeAsync(HttpContext contexto)
    {
        try
        {
            if (Grande(contexto))
            {
                Recusar(contexto, StatusCodes.Status413PayloadTooLarge);
                return;
            }

            if (!await FormularioLegivelAsync(contexto))
            {
                Recusar(contexto, StatusCodes.Status400BadRequest);
                return;
            }

            await next(contexto);
        }
        catch (Exception erro) when (!contexto.Response.HasStarted && StatusDe(erro) is not null)
        {
            contexto.Response.Clear();
            Recusar(contexto, StatusDe(erro)!.Value);
        }
    }

    /// <summary>Null for what is not the caller's fault.</summary>
    internal static int? StatusDe(Exception erro) => erro switch
    {
        BadHttpRequestException ilegivel => ilegivel.StatusCode,
        InvalidDataException or DecoderFallbackException or EncoderFallbackException => StatusCodes.Status400BadRequest,
        DbUpdateException { InnerException: { } causa } => StatusDe(causa),
        PostgresException { SqlState: var estado } => DoTexto(estado) ? StatusCodes.Status422UnprocessableEntity : null,
        _ => null,
    };

    // Text that it does not hold, a date or a number outside its range.
    private static bool DoTexto(string estado) => estado is
        PostgresErrorCodes.CharacterNotInRepertoire
        or PostgresErrorCodes.UntranslatableCharacter
        or PostgresErrorCodes.DatetimeFieldOverflow
        or PostgresErrorCodes.NumericValueOutOfRange;

    private static void Recusar(HttpContext contexto, int status)
    {
        contexto.Items[_marca] = true;
        contexto.Response.StatusCode = status;
    }

    // The pages of errors run the pipeline again, with the same body.
    private static bool EhPaginaDeErro(HttpContext contexto) =>
        contexto.Features.Get<IStatusCodeReExecuteFeature>() is not null || contexto.Features.Get<IExceptionHandlerFeature>() is not null;

    // Also where nothing would read it. A webhook's door tells nobody that it is one.
    private static bool Grande(HttpContext contexto) =>
        contexto.Request.ContentLength > contexto.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
        && contexto.GetEndpoint()?.Metadata.GetMetadata<LeOProprioCorpoAttribute>() is null
        && !EhPaginaDeErro(contexto);

    private static async Task<bool> FormularioLegivelAsync(HttpContext contexto)
    {
        if (!contexto.Request.HasFormContentType || EhPaginaDeErro(contexto) || contexto.GetEndpoint()?.Metadata.GetMetadata<LeOProprioCorpoAttribute>() is not null)
        {
            return true;
        }

        try
        {
            return !TemNulo(await contexto.Request.ReadFormAsync(contexto.RequestAborted));
        }
        catch (IOException erro) when (erro is not BadHttpRequestException)
        {
            // It breaks off.
            return false;
        }
    }

    // Nobody types U+0000, and PostgreSQL does not hold it.
    private static bool TemNulo(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> campos) =>
        campos.Any(c => c.Key.Contains('\0', StringComparison.Ordinal) || c.Value.Any(v => v?.Contains('\0', StringComparison.Ordinal) == true));
}
