using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Tarefas;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Hoje;

/// <summary>A deal that waits for somebody.</summary>
public sealed record OportunidadeDeHoje(Guid Id, string Titulo, decimal Valor, string Etapa, ContatoDaTarefa Contato, DateTimeOffset? UltimaLigacaoEm);

/// <summary>A part of the day: its tasks, as many as fit, and where the rest is.</summary>
public sealed record SecaoDeHoje(string Id, string Titulo, IReadOnlyList<LinhaDeTarefa> Tarefas, bool HaMais, string? Resto)
{
    public string Quantas => Contagem.De(Tarefas.Count, HaMais);
}

public static class Contagem
{
    /// <summary>"50+" where there are more.</summary>
    public static string De(int quantas, bool haMais) => Web.Formato.Inteiro(quantas) + (haMais ? "+" : "");
}

/// <summary>What one person has to do. Pessoa is null for who asks. Agora: what the clocks on the walls show. The lists have one more than is shown when there are more.</summary>
public sealed record TelaDeHoje(Guid? Pessoa, IReadOnlyList<SelectListItem> Pessoas, DateTimeOffset Agora, DateTimeOffset Instante)
{
    public const int Maximo = 50;
    public const int DiasSemLigacao = 7;

    public required IReadOnlyList<LinhaDeTarefa> Vencidas { get; init; }

    public required IReadOnlyList<LinhaDeTarefa> DeHoje { get; init; }

    public required IReadOnlyList<LinhaDeTarefa> Amanha { get; init; }

    public required IReadOnlyList<LinhaDeTarefa> Semana { get; init; }

    public required IReadOnlyList<LinhaDeTarefa> SemData { get; init; }

    public required IReadOnlyList<OportunidadeDeHoje> SemPasso { get; init; }

    public required IReadOnlyList<OportunidadeDeHoje> SemLigacao { get; init; }

    /// <summary>Promised calls until today stand in a part of their own, and nowhere else.</summary>
    public IReadOnlyList<SecaoDeHoje> Secoes =>
    [
        .. new[]
        {
            Secao("retornos", "Retornos prometidos", [.. Vencidas.Concat(DeHoje).Where(EhRetorno)], FiltroDeTarefas.DeHoje),
            Secao("vencidas", "Vencidas", [.. Vencidas.Where(t => !EhRetorno(t))], FiltroDeTarefas.Atrasadas, Vencidas.Count > Maximo),
            Secao("de-hoje", "Hoje", [.. DeHoje.Where(t => !EhRetorno(t))], FiltroDeTarefas.DeHoje, DeHoje.Count > Maximo),
            Secao("amanha", "Amanhã", Amanha, FiltroDeTarefas.Semana),
            Secao("semana", "Esta semana", Semana, FiltroDeTarefas.Semana),
            Secao("sem-data", "Sem data", SemData, FiltroDeTarefas.SemData),
        }.Where(s => s.Tarefas.Count > 0),
    ];

    public bool NadaAFazer => Secoes.Count == 0 && SemPasso.Count == 0 && SemLigacao.Count == 0;

    private static bool EhRetorno(LinhaDeTarefa tarefa) => tarefa.Tipo == TipoDeTarefa.Ligacao;

    private SecaoDeHoje Secao(string id, string titulo, IReadOnlyList<LinhaDeTarefa> tarefas, string quando, bool maisNoTotal = false)
    {
        var filtro = new FiltroDeTarefas { Quem = Pessoa?.ToString(), Quando = quando };
        var haMais = maisNoTotal || tarefas.Count > Maximo;
        return new SecaoDeHoje(id, titulo, [.. tarefas.Take(Maximo)], haMais, haMais ? "/tarefas" + filtro.Endereco() : null);
    }
}
