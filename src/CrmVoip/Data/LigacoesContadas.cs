using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Data;

public static class LigacoesContadas
{
    /// <summary>
    /// The calls that lists, totals and timelines speak of: not those whose record turned out to be another call's, nor those
    /// that ended at a refused microphone before anybody was called.
    /// </summary>
    public static IQueryable<Ligacao> Contadas(this IQueryable<Ligacao> ligacoes) =>
        ligacoes.Where(l => l.SubstituidaPor == null && l.CausaDesligamento != ProjecaoDaLigacao.Microfone);
}
