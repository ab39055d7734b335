using System.Collections.Concurrent;
using System.Diagnostics;
using CrmVoip.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>The commands that EF Core sends for one person's requests while this is open. Transaction control is not among them.</summary>
public sealed class ComandosExecutados : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> _assinaturas = new();
    private readonly ConcurrentQueue<string> _comandos = new();
    private readonly Guid _usuarioId;

    public ComandosExecutados(PessoaDeTeste pessoa)
    {
        _usuarioId = pessoa.Id;
        _assinaturas.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyCollection<string> Textos => _comandos;

    public void Dispose()
    {
        foreach (var assinatura in _assinaturas)
        {
            assinatura.Dispose();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _assinaturas.Enqueue(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Context: CrmDbContext db } dados && db.Organizacao.UsuarioId == _usuarioId)
        {
            _comandos.Enqueue(dados.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
