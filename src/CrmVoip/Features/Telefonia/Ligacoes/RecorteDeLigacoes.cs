using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>A part of the calls. Ate is the first moment after it; Digitos, the last digits of the other side's number.</summary>
public sealed record RecorteDeLigacoes(DateTimeOffset De, DateTimeOffset Ate)
{
    /// <summary>How many days it spans.</summary>
    public int Dias { get; init; }

    public Guid? Pessoa { get; init; }

    public bool DeNinguem { get; init; }

    public DirecaoDaLigacao? Direcao { get; init; }

    public StatusDaLigacao? Status { get; init; }

    public bool NaoRetornadas { get; init; }

    /// <summary>One of these outcomes; null, whatever it is.</summary>
    public IReadOnlyList<Guid>? Resultados { get; init; }

    public bool SemResultado { get; init; }

    public OrigemDaLigacao? Origem { get; init; }

    /// <summary>Only those that somebody wrote down; they are none of an origin.</summary>
    public bool AMao { get; init; }

    public string? Digitos { get; init; }
}

public static class RecorteDeLigacoesConsultas
{
    /// <summary>The calls of this part that count. What is rare is a literal in the SQL: its index has only those.</summary>
    public static IQueryable<Ligacao> Do(this IQueryable<Ligacao> ligacoes, RecorteDeLigacoes recorte, CrmDbContext db)
    {
        var noPeriodo = ligacoes.Contadas().Where(l => l.InicioEm >= recorte.De && l.InicioEm < recorte.Ate);
        return noPeriodo.DeQuem(recorte).ComNumero(recorte.Digitos).NoEstado(recorte, db);
    }

    private static IQueryable<Ligacao> DeQuem(this IQueryable<Ligacao> ligacoes, RecorteDeLigacoes recorte)
    {
        var dela = recorte switch
        {
            { DeNinguem: true } => ligacoes.Where(l => l.UsuarioId == null),
            { Pessoa: { } pessoa } => ligacoes.Where(l => l.UsuarioId == pessoa),
            _ => ligacoes,
        };
        var naDirecao = recorte.Direcao switch
        {
            DirecaoDaLigacao.Entrada => dela.Where(l => l.Direcao == DirecaoDaLigacao.Entrada),
            DirecaoDaLigacao.Saida => dela.Where(l => l.Direcao == DirecaoDaLigacao.Saida),
            _ => dela,
        };
        return recorte switch
        {
            { AMao: true } => naDirecao.Where(l => l.Origem == OrigemDaLigacao.ForaDoCrm && l.AMao),
            { Origem: OrigemDaLigacao.ForaDoCrm } => naDirecao.Where(l => l.Origem == OrigemDaLigacao.ForaDoCrm && !l.AMao),
            { Origem: OrigemDaLigacao.Crm } => naDirecao.Where(l => l.Origem == OrigemDaLigacao.Crm),
            _ => naDirecao,
        };
    }

    private static IQueryable<Ligacao> ComNumero(this IQueryable<Ligacao> ligacoes, string? digitos)
    {
        if (digitos is null)
        {
            return ligacoes;
        }

        // After the last digit comes a sign that is greater than all of them.
        var de = new string([.. digitos.Reverse()]);
        var ate = de + ":";
        return ligacoes.Where(l => l.ContraparteInvertida.CompareTo(de) >= 0 && l.ContraparteInvertida.CompareTo(ate) < 0);
    }

    private static IQueryable<Ligacao> NoEstado(this IQueryable<Ligacao> ligacoes, RecorteDeLigacoes recorte, CrmDbContext db)
    {
        var comStatus = recorte switch
        {
            { NaoRetornadas: true } => ligacoes.NaoRetornadas(db),
            { Status: { } status } => ligacoes.Where(l => l.Status == status),
            _ => ligacoes,
        };
        return recorte switch
        {
            { SemResultado: true } => comStatus.Where(l => l.ResultadoId == null && l.Status != StatusDaLigacao.EmAndamento),
            { Resultados: [var resultado] } => comStatus.Where(l => l.ResultadoId == resultado),
            { Resultados: { } resultados } => comStatus.Where(l => resultados.Contains(l.ResultadoId!.Value)),
            _ => comStatus,
        };
    }
}
