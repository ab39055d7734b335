using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>A page of tasks. Agora: what the clocks on the walls show.</summary>
public sealed record TelaDeTarefas(FiltroDeTarefas Filtro, IReadOnlyList<SelectListItem> Pessoas, Folha<LinhaDeTarefa> Folha, DateTimeOffset Agora);

/// <summary>The form with its choices. Sobre: the deal or the contact that it is about.</summary>
public sealed record FormularioDaTarefa(TarefaForm Form, IReadOnlyList<SelectListItem> Responsaveis, string? Sobre);

/// <summary>What a row needs beside the task: the moment, and whether it stands on the page of what it is about.</summary>
public sealed record TarefaNaLista(LinhaDeTarefa Tarefa, DateTimeOffset Agora, Guid? Eu)
{
    public bool NoRegistro { get; init; }

    public bool Vencida => Tarefa.Aberta && Tarefa.Prazo < Agora;

    public DateOnly Hoje => DateOnly.FromDateTime(Agora.DateTime);
}

/// <summary>The tasks of a deal or a contact: the open ones in their order, and what was done last.</summary>
public sealed record TarefasDoRegistro(IReadOnlyList<LinhaDeTarefa> Abertas, IReadOnlyList<LinhaDeTarefa> Feitas, DateTimeOffset Agora)
{
    public const int AbertasMaximo = 50;
    public const int FeitasMaximo = 5;

    /// <summary>Of a deal: what its next step says, for the fields that show it.</summary>
    public PassoDaOportunidade? Passo { get; init; }
}

public sealed record PassoDaOportunidade(string? Texto, DateOnly? Dia);

public static class TarefasConsultas
{
    private static readonly Dictionary<string, string> _nomes = new()
    {
        [nameof(CamposDaTarefa.Tipo)] = "o tipo",
        [nameof(CamposDaTarefa.Texto)] = "o texto",
        [nameof(CamposDaTarefa.Dia)] = "o dia",
        [nameof(CamposDaTarefa.Hora)] = "a hora",
        [nameof(CamposDaTarefa.ResponsavelId)] = "o responsável",
    };

    /// <summary>Whose tasks a list may show: who left too, for theirs may be open.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> PessoasAsync(this CrmDbContext db, CancellationToken ct)
    {
        var eu = db.Organizacao.UsuarioIdExigido;
        var pessoas = await db.Membros.Where(m => m.UsuarioId != eu).Select(m => new { m.UsuarioId, m.Nome, m.Ativo }).ToListAsync(ct);
        return [.. pessoas.OrderByDescending(p => p.Ativo).ThenBy(p => p.Nome, Nomes.Ordem).Select(p => new SelectListItem(p.Nome + (p.Ativo ? "" : " (desativado)"), p.UsuarioId.ToString()))];
    }

    public static async Task<FormularioDaTarefa> FormularioAsync(this CrmDbContext db, TarefaForm form, CancellationToken ct)
    {
        var responsaveis = await db.Membros
            .Where(m => m.Ativo || db.Tarefas.Any(t => t.Id == form.Id && t.ResponsavelId == m.UsuarioId))
            .Select(m => new SelectListItem(m.Ativo ? m.Nome : m.Nome + " (desativado)", m.UsuarioId.ToString()))
            .ToListAsync(ct);
        var sobre = form.OportunidadeId is not null
            ? await db.Oportunidades.Where(o => o.Id == form.OportunidadeId).Select(o => o.Titulo + " · " + o.Contato!.Nome).SingleOrDefaultAsync(ct)
            : await db.Contatos.Where(c => c.Id == form.ContatoId).Select(c => c.Nome).SingleOrDefaultAsync(ct);
        return new FormularioDaTarefa(form, responsaveis.EmOrdem(), sobre);
    }

    /// <param name="tarefas">Those of the deal or the contact.</param>
    /// <param name="agora">What the clocks on the walls show.</param>
    /// <param name="ct">Ends with the request.</param>
    public static async Task<TarefasDoRegistro> DoRegistroAsync(this IQueryable<Tarefa> tarefas, DateTimeOffset agora, CancellationToken ct)
    {
        var abertas = await tarefas.Where(t => t.ConcluidaEm == null).OrderBy(t => t.Prazo).ThenBy(t => t.Id).Take(TarefasDoRegistro.AbertasMaximo).ComoLinhas().ToListAsync(ct);
        var feitas = await tarefas.Where(t => t.ConcluidaEm != null).OrderByDescending(t => t.ConcluidaEm).Take(TarefasDoRegistro.FeitasMaximo).ComoLinhas().ToListAsync(ct);
        return new TarefasDoRegistro(abertas, feitas, agora);
    }

    public static async Task<Dictionary<string, EscolhaDoCampo>> EscolhasDaTarefaAsync(
        this CrmDbContext db, Guid id, Guid? eu, IReadOnlyList<CampoDisputado> disputados, CancellationToken ct)
    {
        var quem = await db.QuemMudouAsync(db.AuditLog.Where(a => a.EntidadeId == id && a.Acao == Acoes.TarefaEditada), eu, ct);
        var nomes = await db.Membros.ToDictionaryAsync(m => m.UsuarioId.ToString(), m => m.Nome, ct);
        string Lido(string campo, string valor) => campo switch
        {
            nameof(CamposDaTarefa.ResponsavelId) => nomes.GetValueOrDefault(valor, ""),
            nameof(CamposDaTarefa.Tipo) => Enum.Parse<TipoDeTarefa>(valor).Nome(),
            _ => valor,
        };
        return disputados.ToDictionary(d => d.Campo, d => Escolhas.Entre(quem(d.Campo), _nomes[d.Campo], Lido(d.Campo, d.Meu), Lido(d.Campo, d.Guardado), d.Guardado));
    }
}
