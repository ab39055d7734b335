using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting;

/// <summary>Why the product does not start, in one sentence. What is not known here is a fault of ours and keeps its stack trace.</summary>
public static class RecusasDePartida
{
    /// <summary>EX_CONFIG of sysexits.h.</summary>
    public const int Configuracao = 78;

    /// <summary>EX_USAGE.</summary>
    public const int Uso = 64;

    public static string? Frase(Exception? erro) => erro switch
    {
        PartidaRecusadaException or OptionsValidationException => UmaLinha(erro.Message),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => UmaLinha($"{erro.Message} {erro.InnerException?.Message}"),
        InvalidDataException { Source: "Microsoft.Extensions.Configuration.FileExtensions" } => UmaLinha($"{erro.Message} {erro.InnerException?.Message}"),
        IOException when Endereco(erro) is { } motivo => UmaLinha($"{erro.Message} {motivo}"),
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable or SocketError.AddressAlreadyInUse } =>
            UmaLinha($"the address it should listen at (ASPNETCORE_URLS) cannot be had: {erro.Message}."),
        FormatException { Source: "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Server.Kestrel.Core" } => UmaLinha($"ASPNETCORE_URLS: {erro.Message}"),
        _ => null,
    };

    private static string? Endereco(Exception erro) => erro.GetBaseException() is SocketException { SocketErrorCode: var codigo }
        ? codigo switch
        {
            SocketError.AddressAlreadyInUse => "Stop what listens there, or choose another address (ASPNETCORE_URLS).",
            SocketError.AccessDenied or SocketError.AddressNotAvailable => "Choose another address (ASPNETCORE_URLS).",
            _ => null,
        }
        : null;

    private static string UmaLinha(string frase) => string.Join(' ', frase.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
