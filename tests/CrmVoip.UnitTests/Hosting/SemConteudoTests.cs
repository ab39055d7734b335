using CrmVoip.Hosting;
using Npgsql;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace CrmVoip.UnitTests.Hosting;

/// <summary>What an error of the database quotes does not reach the log.</summary>
public sealed class SemConteudoTests
{
    private const string Corpo = "corpo-que-ninguem-ve";

    [Fact]
    public void Error_of_the_database_is_logged_as_its_state_and_constraint()
    {
        var erro = new PostgresException(
            $"invalid input \"{Corpo}\"", "ERROR", "ERROR", "22P05", detail: Corpo, where: $"JSON data, line 1: {Corpo}", tableName: "eventos_do_provedor", constraintName: "ck_x");

        var registrado = Registrar(new InvalidOperationException(Corpo, erro));

        Assert.Contains("PostgresException 22P05 eventos_do_provedor ck_x", registrado, StringComparison.Ordinal);
        Assert.DoesNotContain(Corpo, registrado, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_errors_are_logged_whole() => Assert.Contains(Corpo, Registrar(new InvalidOperationException(Corpo)), StringComparison.Ordinal);

    private static string Registrar(Exception erro)
    {
        var guardado = new Guardado();
        using var registro = new LoggerConfiguration().WriteTo.Sink(new SemConteudo(guardado)).CreateLogger();
        registro.Error(erro, "Failed.");
        return guardado.Evento!.Exception!.ToString();
    }

    private sealed class Guardado : ILogEventSink
    {
        public LogEvent? Evento { get; private set; }

        public void Emit(LogEvent logEvent) => Evento = logEvent;
    }
}
