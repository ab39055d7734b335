using System.Data.Common;
using System.Text.RegularExpressions;
using CrmVoip.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting;

/// <summary>One line for a statement that took long: its text, cut, and how long. Its values never: they are what people typed.</summary>
public sealed partial class ComandosLentos(IOptions<OpcoesDoCrm> opcoes, ILogger<ComandosLentos> log) : DbCommandInterceptor
{
    private const int TextoMaximo = 300;

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Olhar(command, eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Olhar(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Olhar(command, eventData);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Olhar(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Olhar(command, eventData);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Olhar(command, eventData);
        return ValueTask.FromResult(result);
    }

    private void Olhar(DbCommand comando, CommandExecutedEventData evento)
    {
        if (evento.Duration > opcoes.Value.ComandoLento && opcoes.Value.ComandoLento > TimeSpan.Zero)
        {
            Demorou(log, evento.Duration.TotalMilliseconds, Espacos().Replace(comando.CommandText, " ").Cortado(TextoMaximo));
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Espacos();

    [LoggerMessage(LogLevel.Warning, "A statement took {Milissegundos:F0} ms: {Comando:l}")]
    private static partial void Demorou(ILogger logger, double milissegundos, string comando);
}
