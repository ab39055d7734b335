using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>A call made outside, with the number of a deal's contact, is that deal's: said by a person where several could be meant.</summary>
public sealed class TrazerLigacao(CrmDbContext db, Auditoria auditoria)
{
    public async Task<Recusa?> ExecutarAsync(Guid ligacaoId, Guid oportunidadeId, CancellationToken ct)
    {
        var responsavelId = await db.ResponsavelDaAsync(oportunidadeId, ct);
        var contatoId = await db.Oportunidades.Where(o => o.Id == oportunidadeId).Select(o => (Guid?)o.ContatoId).SingleOrDefaultAsync(ct);
        var trazidas = await db.LigacoesOferecidas(oportunidadeId)
            .Where(l => l.Id == ligacaoId)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.OportunidadeId, oportunidadeId).SetProperty(l => l.ContatoId, contatoId).SetProperty(l => l.ResponsavelId, responsavelId), ct);
        if (trazidas == 0)
        {
            return new Recusa(409, "ligacao_de_outra", "Esta ligação já está em uma oportunidade. Recarregue para ver.");
        }

        auditoria.Registrar(new LigacaoTrazida(), ligacaoId, oportunidadeId);
        await db.SaveChangesAsync(ct);
        return null;
    }
}

public static class LigacoesOferecidasConsultas
{
    /// <summary>Calls made outside, as the provider tells of them, that are of no deal and went to, or came from, a number of this deal's contact.</summary>
    public static IQueryable<Ligacao> LigacoesOferecidas(this CrmDbContext db, Guid oportunidadeId) =>
        db.Ligacoes.Contadas().Where(l =>
            l.OportunidadeId == null
            && l.Origem == OrigemDaLigacao.ForaDoCrm
            && !l.AMao
            && db.TelefonesDoContato
                .Where(t => t.ContatoId == db.Oportunidades.Where(o => o.Id == oportunidadeId).Select(o => o.ContatoId).FirstOrDefault())
                .Select(t => t.Numero)
                .Concat(db.Oportunidades.Where(o => o.Id == oportunidadeId).Select(o => o.Contato!.Telefone))
                .Contains(l.Contraparte));
}
