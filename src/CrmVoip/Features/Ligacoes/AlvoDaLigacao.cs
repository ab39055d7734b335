using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Ligacoes;

/// <summary>
/// Whose call it is: what the page named; of a number dialled by hand, the only contact who has it and the only open deal of
/// that contact. Nothing is guessed among several.
/// </summary>
public sealed record AlvoDaLigacao(Guid? ContatoId, Guid? OportunidadeId);

public static class AlvosDaLigacao
{
    public static async Task<AlvoDaLigacao> AlvoAsync(this CrmDbContext db, NovaLigacaoForm form, NumeroDeTelefone numero, CancellationToken ct)
    {
        if (form.ContatoId is not null || form.OportunidadeId is not null)
        {
            return new AlvoDaLigacao(
                await db.Contatos.Where(c => c.Id == form.ContatoId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct),
                await db.Oportunidades.Where(o => o.Id == form.OportunidadeId).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct));
        }

        var contatos = await db.Contatos.Where(c => c.Telefone == numero.E164).Select(c => c.Id).Take(2).ToListAsync(ct);
        if (contatos is not [var contatoId])
        {
            return new AlvoDaLigacao(null, null);
        }

        var abertas = await db.Oportunidades
            .Where(o => o.ContatoId == contatoId && o.Situacao == SituacaoDaOportunidade.Aberta)
            .Select(o => o.Id)
            .Take(2)
            .ToListAsync(ct);
        return new AlvoDaLigacao(contatoId, abertas is [var unica] ? unica : null);
    }
}
