using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Notas;

/// <summary>What a note is about: a deal or a contact, by its id.</summary>
public sealed record AssuntoDaNota(bool DeContato, Guid Id)
{
    /// <summary>Its page, inside the organization.</summary>
    public string Pagina => DeContato ? $"/contatos/{Id}" : $"/oportunidades/{Id}";

    public Guid? OportunidadeId => DeContato ? null : Id;

    public Nota Escrever(Guid organizacaoId, Guid autorId, string texto, DateTimeOffset agora) => DeContato
        ? Nota.DoContato(organizacaoId, Id, autorId, texto, agora)
        : Nota.DaOportunidade(organizacaoId, Id, autorId, texto, agora);
}

public static class AssuntoDaNotaConsultas
{
    public static IQueryable<Nota> Sobre(this IQueryable<Nota> notas, AssuntoDaNota assunto) => assunto.DeContato
        ? notas.Where(n => n.ContatoId == assunto.Id)
        : notas.Where(n => n.OportunidadeId == assunto.Id);

    public static Task<bool> ExisteAsync(this CrmDbContext db, AssuntoDaNota assunto, CancellationToken ct) => assunto.DeContato
        ? db.Contatos.AnyAsync(c => c.Id == assunto.Id, ct)
        : db.Oportunidades.AnyAsync(o => o.Id == assunto.Id, ct);
}
