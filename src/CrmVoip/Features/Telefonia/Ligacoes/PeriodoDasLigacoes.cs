using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The spans of days that are asked for by name: one that is kept as an address means that day's today.</summary>
public static class PeriodoDasLigacoes
{
    public const string Hoje = "hoje";
    public const string Ontem = "ontem";
    public const string SeteDias = "7dias";
    public const string Mes = "mes";
    public const string Datas = "datas";

    public static IReadOnlyList<(string Chave, string Nome)> Todos { get; } =
        [(Hoje, "Hoje"), (Ontem, "Ontem"), (SeteDias, "7 dias"), (Mes, "Este mês"), (Datas, "De – até")];

    /// <summary>Of a completed and valid filter: its first and its last day.</summary>
    public static (DateOnly De, DateOnly Ate) Dias(FiltroDeLigacoes filtro, DateOnly hoje) => filtro.Periodo switch
    {
        Ontem => (hoje.AddDays(-1), hoje.AddDays(-1)),
        SeteDias => (hoje.AddDays(-6), hoje),
        Mes => (new DateOnly(hoje.Year, hoje.Month, 1), hoje),
        Datas => (DiaLocal.Ler(filtro.De)!.Value, DiaLocal.Ler(filtro.Ate)!.Value),
        _ => (hoje, hoje),
    };
}
