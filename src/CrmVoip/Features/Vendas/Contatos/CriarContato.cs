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
        var contato = await IncluirAsync(novo, ct);
        await db.SaveChangesAsync(ct);
        return contato;
    }

    /// <summary>Into the save that comes.</summary>
    public async Task<Contato> IncluirAsync(NovoContato novo, CancellationToken ct)
    {
        var campos = CamposDoContato.Digitados(novo.Nome, novo.Empresa, novo.Email);
        var contato = new Contato(atual.IdExigido, campos.Nome);
        campos.Escrever(contato);
        contato.MudarTelefone(novo.Telefone, NumeroDeTelefone.Ler(novo.Telefone));
        await db.HerdarNaoLigarAsync([contato], ct);
        db.Add(contato);
        auditoria.Registrar(new ContatoCriado(), contato.Id);
        return contato;
    }
}
