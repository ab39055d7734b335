using System.Diagnostics;
using CrmVoip.Domain;

namespace CrmVoip.Tenancy;

/// <summary>The tenant and the person of the current scope. Set once; unset, the database shows nothing.</summary>
public sealed class OrganizacaoAtual
{
    private Vinculo? _vinculo;

    public bool Definida => _vinculo is not null;

    public Guid? Id => _vinculo?.OrganizacaoId;

    public Guid? UsuarioId { get; private set; }

    public Guid IdExigido => Exigido.OrganizacaoId;

    public Guid UsuarioIdExigido => UsuarioId ?? throw new InvalidOperationException("No person in this scope.");

    public Vinculo Exigido => _vinculo ?? throw new InvalidOperationException("No organization in this scope.");

    public void DefinirUsuario(Guid usuarioId)
    {
        if (UsuarioId is not null && UsuarioId != usuarioId)
        {
            throw new InvalidOperationException("The person of a scope is set once.");
        }

        UsuarioId = usuarioId;
    }

    public void Definir(Vinculo vinculo)
    {
        if (_vinculo is not null)
        {
            throw new InvalidOperationException("The organization of a scope is set once.");
        }

        _vinculo = vinculo;
        if (Activity.Current is { IsAllDataRequested: true } trecho)
        {
            trecho.SetTag("crm.organizacao", vinculo.OrganizacaoId.ToString());
        }
    }
}

/// <summary>What a scope knows of its organization. Papel and NomeDoUsuario are null for jobs and webhooks.</summary>
public sealed record Vinculo(Guid OrganizacaoId, string Slug, string Nome, string FusoHorario, Papel? Papel, string? NomeDoUsuario)
{
    /// <summary>Tells one state of the organization's connection from the next.</summary>
    public DateTimeOffset? ConexaoMudouEm { get; init; }

    /// <summary>The organization demands the second factor of this person's papel.</summary>
    public bool ExigeSegundoFator { get; init; }
}
