using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed record NovoContato(string Nome, string? Empresa, string? Telefone, string? Email = null)
{
    /// <summary>Read already, beside what Telefone says.</summary>
    public IReadOnlyList<NumeroDeTelefone> Numeros { get; init; } = [];
}

/// <summary>Makes contacts: from the list of them, with a deal, or of the rows of a spreadsheet.</summary>
public sealed class CriarContato(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria)
{
    public async Task<Contato> ExecutarAsync(NovoContato novo, CancellationToken ct)
    {
        var contato = await IncluirAsync(novo, ct);
        await db.SaveChangesAsync(ct);
        return contato;
    }

    /// <summary>Into the save that comes.</summary>
    public async Task<Contato> IncluirAsync(NovoContato novo, CancellationToken ct)
    {
        var contato = Fazer(novo);
        await IncluirAsync([contato], ct);
        return contato;
    }

    /// <summary>Into the save that comes, what Fazer made.</summary>
    public async Task IncluirAsync(IReadOnlyCollection<Contato> contatos, CancellationToken ct)
    {
        await db.HerdarNaoLigarAsync(contatos, ct);
        db.AddRange(contatos);
        foreach (var contato in contatos)
        {
            auditoria.Registrar(new ContatoCriado(), contato.Id);
        }
    }

    public Contato Fazer(NovoContato novo)
    {
        var campos = CamposDoContato.Digitados(novo.Nome, novo.Empresa, novo.Email);
        var contato = new Contato(atual.IdExigido, campos.Nome);
        campos.Escrever(contato);
        contato.MudarTelefone(novo.Telefone, NumeroDeTelefone.Ler(novo.Telefone));
        contato.IncluirOsQueFaltam(novo.Numeros);
        return contato;
    }
}
