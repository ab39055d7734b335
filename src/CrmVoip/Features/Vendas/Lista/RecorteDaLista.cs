using System.Globalization;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Lista;

public enum OrdemDaLista
{
    Atualizada,
    Valor,
    Etapa,
    Passo,
}

/// <summary>Where a page ended: what the list is ordered by, as a number, and the deal. Null of deals without a day for their next step, which stand last.</summary>
public sealed record LugarNaLista(long? Onde, Guid Id)
{
    private const string Nenhum = "x";

    /// <summary>Null when the text is not one that ToString wrote.</summary>
    public static LugarNaLista? Ler(string? texto)
    {
        if (texto?.Split('-') is not [var onde, var id] || !Guid.TryParseExact(id, "N", out var guid))
        {
            return null;
        }

        return onde == Nenhum ? new LugarNaLista(null, guid)
            : long.TryParse(onde, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? new LugarNaLista(numero, guid)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Onde?.ToString(CultureInfo.InvariantCulture) ?? Nenhum}-{Id:N}");
}

/// <summary>The orders of the list, each along an index of its own, and where in it a deal stands.</summary>
public static class RecorteDaLista
{
    public static LugarNaLista Lugar(this OrdemDaLista ordem, CartaoDaOportunidade cartao) => new(
        ordem switch
        {
            OrdemDaLista.Valor => (long)(cartao.Valor * 100),
            OrdemDaLista.Etapa => Marco.Micros(cartao.NaEtapaDesde),
            OrdemDaLista.Passo => cartao.ProximoPassoEm?.DayNumber,
            _ => Marco.Micros(cartao.AtualizadaEm),
        },
        cartao.Id);

    /// <summary>Those that follow a place; all of them after none. By the next step, those that have a day, or after one that has none those without.</summary>
    public static IQueryable<Oportunidade> EmOrdem(this IQueryable<Oportunidade> oportunidades, OrdemDaLista ordem, LugarNaLista? depois) => ordem switch
    {
        OrdemDaLista.Valor => oportunidades.PorValor(depois),
        OrdemDaLista.Etapa => oportunidades.PorEntrada(depois),
        OrdemDaLista.Passo => depois is { Onde: null } ? oportunidades.SemDia(depois.Id) : oportunidades.PorPasso(depois),
        _ => oportunidades.PorAtualizacao(depois),
    };

    /// <summary>Those whose next step has no day, after one of them. By both columns: so the index has them.</summary>
    public static IQueryable<Oportunidade> SemDia(this IQueryable<Oportunidade> oportunidades, Guid? depois) => oportunidades
        .Where(o => o.ProximoPassoEm == null && (depois == null || o.Id > depois))
        .OrderBy(o => o.ProximoPassoEm).ThenBy(o => o.Id);

    private static IQueryable<Oportunidade> PorAtualizacao(this IQueryable<Oportunidade> oportunidades, LugarNaLista? depois)
    {
        if (depois is { Onde: { } micros, Id: var id } && Marco.Momento(micros) is var em)
        {
            oportunidades = oportunidades.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.AtualizadaEm, o.Id), ValueTuple.Create(em, id)));
        }

        return oportunidades.OrderByDescending(o => o.AtualizadaEm).ThenByDescending(o => o.Id);
    }

    private static IQueryable<Oportunidade> PorValor(this IQueryable<Oportunidade> oportunidades, LugarNaLista? depois)
    {
        if (depois is { Onde: { } centavos, Id: var id })
        {
            oportunidades = oportunidades.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.ValorEmCentavos, o.Id), ValueTuple.Create(centavos, id)));
        }

        return oportunidades.OrderByDescending(o => o.ValorEmCentavos).ThenByDescending(o => o.Id);
    }

    private static IQueryable<Oportunidade> PorEntrada(this IQueryable<Oportunidade> oportunidades, LugarNaLista? depois)
    {
        if (depois is { Onde: { } micros, Id: var id } && Marco.Momento(micros) is var em)
        {
            oportunidades = oportunidades.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.NaEtapaDesde, o.Id), ValueTuple.Create(em, id)));
        }

        return oportunidades.OrderBy(o => o.NaEtapaDesde).ThenBy(o => o.Id);
    }

    private static IQueryable<Oportunidade> PorPasso(this IQueryable<Oportunidade> oportunidades, LugarNaLista? depois)
    {
        oportunidades = oportunidades.Where(o => o.ProximoPassoEm != null);
        if (depois is { Onde: { } dias, Id: var id } && DateOnly.FromDayNumber((int)Math.Min(dias, DateOnly.MaxValue.DayNumber)) is var dia)
        {
            oportunidades = oportunidades.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.ProximoPassoEm!.Value, o.Id), ValueTuple.Create(dia, id)));
        }

        return oportunidades.OrderBy(o => o.ProximoPassoEm).ThenBy(o => o.Id);
    }
}
