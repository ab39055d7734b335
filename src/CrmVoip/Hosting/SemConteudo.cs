using Npgsql;
using Serilog.Core;
using Serilog.Events;

namespace CrmVoip.Hosting;

/// <summary>
/// An error of the database quotes what it was given ("JSON data, line 1: …"). Of each, what reaches the log is its state, table
/// and constraint, and where it happened.
/// </summary>
public sealed class SemConteudo(ILogEventSink destino) : ILogEventSink, IDisposable
{
    public void Emit(LogEvent logEvent) => destino.Emit(DoBanco(logEvent.Exception) is { } erro
        ? new LogEvent(
            logEvent.Timestamp,
            logEvent.Level,
            new ErroDoBancoException(logEvent.Exception!, erro),
            logEvent.MessageTemplate,
            logEvent.Properties.Select(p => new LogEventProperty(p.Key, p.Value)),
            logEvent.TraceId ?? default,
            logEvent.SpanId ?? default)
        : logEvent);

    public void Dispose() => (destino as IDisposable)?.Dispose();

    private static PostgresException? DoBanco(Exception? erro)
    {
        while (erro is not (null or PostgresException))
        {
            erro = erro.InnerException;
        }

        return erro as PostgresException;
    }

    private sealed class ErroDoBancoException(Exception inteiro, PostgresException erro) : Exception(
        string.Join(' ', new[] { inteiro.GetType().FullName, nameof(PostgresException), erro.SqlState, erro.TableName, erro.ConstraintName }.Where(p => !string.IsNullOrEmpty(p))))
    {
        public override string StackTrace => inteiro.StackTrace ?? "";

        public override string ToString() => $"{Message}{Environment.NewLine}{StackTrace}";
    }
}
