using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>Everything the product logs, as it would reach a file: message, template, properties, exceptions.</summary>
public sealed class RegistroCapturado : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _eventos = new();

    public IReadOnlyCollection<LogEvent> Eventos => _eventos;

    public void Emit(LogEvent logEvent) => _eventos.Enqueue(logEvent);

    public IEnumerable<string> Textos => _eventos.Select(e => string.Join('\n',
        e.RenderMessage(CultureInfo.InvariantCulture),
        e.MessageTemplate.Text,
        string.Join('\n', e.Properties.Select(p => $"{p.Key}={p.Value}")),
        e.Exception?.ToString()));
}
