using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>How many calls of one person, direction, state and outcome began in one hour of the day, and how long people talked in them.</summary>
public sealed record ContagemDeLigacoes(Guid? PessoaId, DirecaoDaLigacao Direcao, StatusDaLigacao Status, Guid? ResultadoId, int Hora, int Quantas, long Conversa);

/// <summary>The figures of a part of the calls, each by the rule that RegrasDosNumeros says.</summary>
public sealed record NumerosDasLigacoes(IReadOnlyCollection<ContagemDeLigacoes> Contagens, IReadOnlySet<Guid> Relevantes)
{
    /// <summary>An hour is compared with others once so many calls were made in it.</summary>
    public const int MinimoNaHora = 5;

    public int Ligacoes => Contagens.Sum(c => c.Quantas);

    public int Atendidas => Contagens.Where(c => c.Status == StatusDaLigacao.Atendida).Sum(c => c.Quantas);

    public int ComRelevancia => Contagens.Where(c => c.ResultadoId is { } r && Relevantes.Contains(r)).Sum(c => c.Quantas);

    public int SemResultado => Contagens.Where(c => c.ResultadoId is null && c.Status != StatusDaLigacao.EmAndamento).Sum(c => c.Quantas);

    public long Conversa => Contagens.Where(c => c.Status == StatusDaLigacao.Atendida).Sum(c => c.Conversa);

    public int? Media => Atendidas == 0 ? null : (int)(Conversa / Atendidas);

    public int? PorCento => Ligacoes == 0 ? null : (int)Math.Round(100m * Atendidas / Ligacoes);

    /// <summary>Calls that were made here or outside, by the hour of the day in which they began; those without any are left out.</summary>
    public IReadOnlyList<HoraDeLigacoes> Horas =>
    [
        .. Contagens.Where(c => c.Direcao == DirecaoDaLigacao.Saida)
            .GroupBy(c => c.Hora)
            .Select(h => new HoraDeLigacoes(h.Key, h.Sum(c => c.Quantas), h.Where(c => c.Status == StatusDaLigacao.Atendida).Sum(c => c.Quantas)))
            .OrderBy(h => h.Hora),
    ];

    /// <summary>Where customers answered the largest part of the calls made; of two alike, the one with more calls.</summary>
    public HoraDeLigacoes? MelhorHora =>
        Horas.Where(h => h.Feitas >= MinimoNaHora && h.Atendidas > 0).OrderByDescending(h => h.Parte).ThenByDescending(h => h.Feitas).ThenBy(h => h.Hora).FirstOrDefault();

    /// <summary>The same of each person; most calls first.</summary>
    public IReadOnlyList<(Guid? PessoaId, NumerosDasLigacoes Numeros)> PorPessoa =>
    [
        .. Contagens.GroupBy(c => c.PessoaId)
            .Select(p => (p.Key, new NumerosDasLigacoes([.. p], Relevantes)))
            .OrderBy(p => p.Key is null).ThenByDescending(p => p.Item2.Ligacoes).ThenBy(p => p.Key),
    ];
}

public sealed record HoraDeLigacoes(int Hora, int Feitas, int Atendidas)
{
    public decimal Parte => (decimal)Atendidas / Feitas;

    public int PorCento => (int)Math.Round(100 * Parte);

    /// <summary>"das 9h às 10h".</summary>
    public string EmPalavras => $"das {Hora}h às {(Hora + 1) % 24}h";
}

public static class NumerosDasLigacoesConsultas
{
    /// <summary>One reading of the period's calls, whatever is counted of them.</summary>
    public static async Task<NumerosDasLigacoes> NumerosAsync(
        this CrmDbContext db, OrganizacaoAtual atual, RecorteDeLigacoes recorte, EscolhasDoFiltro escolhas, CancellationToken ct)
    {
        var fuso = atual.Exigido.FusoHorario;
        var contagens = await db.Visiveis(atual).Do(recorte, db)
            .GroupBy(l => new { l.UsuarioId, l.Direcao, l.Status, l.ResultadoId, TimeZoneInfo.ConvertTimeBySystemTimeZoneId(l.InicioEm.UtcDateTime, fuso).Hour })
            .Select(g => new ContagemDeLigacoes(g.Key.UsuarioId, g.Key.Direcao, g.Key.Status, g.Key.ResultadoId, g.Key.Hour, g.Count(), g.Sum(l => (long)l.DuracaoSegundos)))
            .ToListAsync(ct);
        return new NumerosDasLigacoes(contagens, escolhas.Resultados.Where(r => r.Relevante).Select(r => r.Id).ToHashSet());
    }
}
