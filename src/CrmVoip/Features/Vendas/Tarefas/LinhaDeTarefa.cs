using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>Whom a task is about, and what a call goes to: nothing where the number is wrong or not to be called.</summary>
public sealed record ContatoDaTarefa(Guid Id, string Nome, string? Telefone);

/// <summary>A task in a list.</summary>
public sealed record LinhaDeTarefa(Guid Id, TipoDeTarefa Tipo, string Texto, DateOnly? Dia, TimeOnly? Hora, DateTimeOffset Prazo, Guid ResponsavelId, string Responsavel, DateTimeOffset? ConcluidaEm)
{
    public Guid? OportunidadeId { get; init; }

    public string? Oportunidade { get; init; }

    public ContatoDaTarefa? Contato { get; init; }

    public bool Aberta => ConcluidaEm is null;

    public Marco Marco => new(ConcluidaEm ?? Prazo, Id);
}

public static class LinhasDeTarefa
{
    /// <summary>Of a deal's, the deal's contact.</summary>
    public static IQueryable<LinhaDeTarefa> ComoLinhas(this IQueryable<Tarefa> tarefas) => tarefas.Select(t =>
        new LinhaDeTarefa(t.Id, t.Tipo, t.Texto, t.Dia, t.Hora, t.Prazo, t.ResponsavelId, t.Responsavel!.Nome, t.ConcluidaEm)
        {
            OportunidadeId = t.OportunidadeId,
            Oportunidade = t.Oportunidade!.Titulo,
            Contato = t.OportunidadeId != null
                ? new ContatoDaTarefa(t.Oportunidade.ContatoId, t.Oportunidade.Contato!.Nome, t.Oportunidade.Contato.Telefone)
                : t.ContatoId == null ? null : new ContatoDaTarefa(t.ContatoId.Value, t.Contato!.Nome, t.Contato.Telefone),
        });
}
