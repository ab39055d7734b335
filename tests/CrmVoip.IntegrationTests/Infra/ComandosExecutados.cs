using System.Collections.Concurrent;
using System.Diagnostics;
using CrmVoip.Data;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A command as it was sent, to be sent again.</summary>
public sealed record ComandoExecutado(string Texto, NpgsqlParameter[] Parametros);

/// <summary>The commands that EF Core sends for one person's requests, or in one organization, while this is open. Transaction control is not among them.</summary>
public sealed class ComandosExecutados : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> _assinaturas = new();
    private readonly ConcurrentQueue<ComandoExecutado> _comandos = new();
    private readonly Func<OrganizacaoAtual, bool> _conta;

    public ComandosExecutados(PessoaDeTeste pessoa)
        : this(atual => atual.UsuarioId == pessoa.Id)
    {
    }

    public ComandosExecutados(OrganizacaoDeTeste organizacao)
        : this(atual => atual.Id == organizacao.Id)
    {
    }

    private ComandosExecutados(Func<OrganizacaoAtual, bool> conta)
    {
        _conta = conta;
        _assinaturas.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyCollection<string> Textos => [.. _comandos.Select(c => c.Texto)];

    public IReadOnlyCollection<ComandoExecutado> Todos => _comandos;

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
        if (value.Value is CommandExecutedEventData { Context: CrmDbContext db } dados && _conta(db.Organizacao))
        {
            _comandos.Enqueue(new ComandoExecutado(
                dados.Command.CommandText, [.. dados.Command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
