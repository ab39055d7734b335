using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Features.Telefonia.Ligacoes;

public static class NaoRetornadasConsultas
{
    /// <summary>
    /// Calls that came in, were not answered, and that nobody of the organization has returned: no call went out to that number
    /// since, and none from it was answered. A hidden number cannot be called back.
    /// </summary>
    public static IQueryable<Ligacao> NaoRetornadas(this IQueryable<Ligacao> ligacoes, CrmDbContext db)
    {
        var contadas = db.Ligacoes.Contadas();
        return ligacoes.Where(l =>
            l.Direcao == DirecaoDaLigacao.Entrada
            && l.Status != StatusDaLigacao.Atendida
            && l.Status != StatusDaLigacao.EmAndamento
            && l.ContraparteInvertida != ""
            && !contadas.Any(depois =>
                depois.Contraparte == l.Contraparte
                && depois.InicioEm > l.InicioEm
                && (depois.Direcao == DirecaoDaLigacao.Saida || depois.Status == StatusDaLigacao.Atendida)));
    }
}
