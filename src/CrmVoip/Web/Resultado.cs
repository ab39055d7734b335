using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Web;

/// <summary>What a command answers: what it made, or why it did not. Made from either.</summary>
public readonly record struct Resultado<T>
    where T : notnull
{
    private readonly T? _valor;

    private Resultado(T? valor, Recusa? recusa) => (_valor, Recusa) = (valor, recusa);

    public Recusa? Recusa { get; }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Valor => Recusa is null ? _valor! : throw new InvalidOperationException($"Refused: {Recusa.Codigo}.");

    [SuppressMessage("Usage", "CA2225", Justification = "Made by returning the value or the refusal.")]
    public static implicit operator Resultado<T>(T valor) => new(valor, null);

    [SuppressMessage("Usage", "CA2225", Justification = "Made by returning the value or the refusal.")]
    public static implicit operator Resultado<T>(Recusa recusa) => new(default, recusa);
}

public static class ResultadoExtensions
{
    /// <summary>The one way from a command's answer to HTTP.</summary>
    public static IActionResult Responder<T>(this ControllerBase controller, Resultado<T> resultado, Func<T, IActionResult> feito)
        where T : notnull => resultado.Recusa is { } recusa ? controller.Recusar(recusa) : feito(resultado.Valor);
}
