using System.Collections.Concurrent;
using System.Diagnostics;
using CrmVoip.Data;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>The commands that EF Core sends for one person's requests, or in one organization, while this is open. Transaction control is not among them.</summary>
public sealed class ComandosExecutados : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<IDisposable> _assinaturas = new();
    private readonly ConcurrentQueue<string> _comandos = new();
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
        if (value.Value is CommandExecutedEventData { Context: CrmDbContext db } dados && _conta(db.Organizacao))
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
