namespace CrmVoip.Mail;

/// <summary>Sends e-mail, where the operator has configured it.</summary>
public interface ICorreio
{
    /// <summary>How often a work that sends one tries: half a day of a mail server that is down.</summary>
    public const int TentativasMaximo = 34;

    /// <summary>False: this installation sends no e-mail, and whoever needs a link gets it on screen.</summary>
    public bool Configurado { get; }

    /// <summary>Plain text, one recipient.</summary>
    /// <exception cref="CorreioException">It is not configured, or the server did not take it.</exception>
    public Task EnviarAsync(Mensagem mensagem, CancellationToken ct);
}

public sealed record Mensagem(string Para, string Assunto, string Texto);

/// <summary>The message did not leave. Never carries its text.</summary>
public sealed class CorreioException(string message, Exception? inner = null) : Exception(message, inner);
