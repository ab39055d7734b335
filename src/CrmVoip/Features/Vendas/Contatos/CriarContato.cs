using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record NovoContato(string Nome, string? Empresa, string? Telefone, string? Email = null);

/// <summary>Makes a contact, from the list of contacts or with a deal.</summary>
public sealed class CriarContato(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria)
{
    public async Task<Contato> ExecutarAsync(NovoContato novo, CancellationToken ct)
    {
        var contato = Incluir(novo);
        await db.SaveChangesAsync(ct);
        return contato;
    }

    /// <summary>Into the save that comes.</summary>
    public Contato Incluir(NovoContato novo)
    {
        var campos = CamposDoContato.De(novo);
        var contato = new Contato(atual.IdExigido, campos.Nome);
        campos.Escrever(contato);
        db.Add(contato);
        auditoria.Registrar(new ContatoCriado(), contato.Id);
        return contato;
    }
}
