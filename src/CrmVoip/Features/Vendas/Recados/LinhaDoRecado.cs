using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Recados;

/// <summary>One word as it is read. De is null where the product did it; Assunto is what it is about by name.</summary>
public sealed record LinhaDoRecado(Guid Id, TipoDeRecado Tipo, string? De, int Quantidade, DateTimeOffset CriadoEm, bool Novo)
{
    public Guid? OportunidadeId { get; init; }

    public Guid? ContatoId { get; init; }

    public string? Assunto { get; init; }

    /// <summary>Of the note in which the person is named.</summary>
    public string? Texto { get; init; }

    public Marco Marco => new(CriadoEm, Id);

    public string Icone => Tipo switch
    {
        TipoDeRecado.Mencao => "at-sign",
        TipoDeRecado.PedidoRecusado => "x",
        TipoDeRecado.Tarefa => "list-checks",
        _ => "user-plus",
    };

    /// <summary>Where that is, inside the organization. Several deals and tasks are where the person's are.</summary>
    public string Endereco(Guid eu) => this switch
    {
        { OportunidadeId: { } id } => $"/oportunidades/{id}",
        { ContatoId: { } id } => $"/contatos/{id}",
        { Tipo: TipoDeRecado.Tarefa } => "/tarefas",
        _ => $"/oportunidades?responsavel={eu}",
    };

    /// <summary>Its name, or how many.</summary>
    public string Nome => (Tipo, Quantidade) switch
    {
        (_, 1) => Assunto ?? "",
        (TipoDeRecado.Tarefa, var n) => $"{Formato.Inteiro(n)} tarefas",
        (_, var n) => $"{Formato.Inteiro(n)} oportunidades",
    };

    /// <summary>What stands before and after the name of what it is about.</summary>
    public (string Antes, string Depois) Frase => (Tipo, De) switch
    {
        (TipoDeRecado.Mencao, _) => ($"{De} citou você em ", ""),
        (TipoDeRecado.Pedido, _) => ($"{De} pediu ", ""),
        (TipoDeRecado.PedidoRecusado, _) => ($"{De} recusou seu pedido de ", ""),
        (TipoDeRecado.Tarefa, null) when Quantidade == 1 => ("Você recebeu a tarefa ", ""),
        (_, null) => ("Você recebeu ", ""),
        (TipoDeRecado.Tarefa, _) when Quantidade == 1 => ($"{De} passou a tarefa ", " para você"),
        _ => ($"{De} passou ", " para você"),
    };
}

public static class RecadosConsultas
{
    /// <summary>What a count of new ones says at most.</summary>
    public const int ContadosMaximo = 100;

    /// <summary>Those of a person, without what is of a note that was taken out.</summary>
    public static IQueryable<Recado> Para(this IQueryable<Recado> recados, Guid usuarioId) =>
        recados.Where(r => r.ParaId == usuarioId && (r.NotaId == null || r.Nota!.RetiradaEm == null));

    public static Task<int> NovosAsync(this CrmDbContext db, Guid usuarioId, CancellationToken ct) =>
        db.Recados.Para(usuarioId).Where(r => r.VistoEm == null).Take(ContadosMaximo).CountAsync(ct);

    public static Task<List<LinhaDoRecado>> LinhasAsync(this CrmDbContext db, Guid usuarioId, Marco? antes, CancellationToken ct) =>
        db.Recados.Para(usuarioId)
            .MaisAntigasQue(antes, r => r.CriadoEm, r => r.Id)
            .Take(FolhaExtensions.Linhas + 1)
            .Select(r => new LinhaDoRecado(r.Id, r.Tipo, r.De!.Nome, r.Quantidade, r.CriadoEm, r.VistoEm == null)
            {
                OportunidadeId = r.OportunidadeId ?? r.Tarefa!.OportunidadeId,
                ContatoId = r.Nota!.ContatoId ?? r.Tarefa!.ContatoId,
                Assunto = r.Tarefa!.Texto ?? r.Oportunidade!.Titulo ?? db.Contatos.Where(c => c.Id == r.Nota!.ContatoId).Select(c => c.Nome).SingleOrDefault(),
                Texto = r.Nota!.Texto,
            })
            .ToListAsync(ct);

    /// <summary>Whoever was shown the list has seen what stood in it.</summary>
    public static Task VistosAteAsync(this CrmDbContext db, Guid usuarioId, Marco ate, DateTimeOffset agora, CancellationToken ct) =>
        db.Recados
            .Where(r => r.ParaId == usuarioId && r.VistoEm == null && r.CriadoEm <= ate.Em)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.VistoEm, agora), ct);
}
