using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Telefonia.Registros;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>
/// Whose call it is: what the page named; of a number dialled by hand, the only contact who has it and the only open deal of
/// that contact. A card names its deal only: the call is its contact's. The list of contacts names the contact only: the call is
/// of its only open deal. Nothing is guessed among several.
/// </summary>
public sealed record AlvoDaLigacao(Guid? ContatoId, Guid? OportunidadeId);

public static class AlvosDaLigacao
{
    public static async Task<AlvoDaLigacao> AlvoAsync(this CrmDbContext db, NovaLigacaoForm form, NumeroDeTelefone numero, ContatosPorNumero contatos, CancellationToken ct)
    {
        if (form.ContatoId is not null || form.OportunidadeId is not null)
        {
            var oportunidade = await db.Oportunidades.Where(o => o.Id == form.OportunidadeId).Select(o => new { o.Id, o.ContatoId }).SingleOrDefaultAsync(ct);
            var contato = form.ContatoId is null ? oportunidade?.ContatoId : await db.Contatos.Where(c => c.Id == form.ContatoId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
            return new AlvoDaLigacao(contato, oportunidade?.Id ?? (contato is { } deQuem ? await contatos.UnicaAbertaAsync(deQuem, ct) : null));
        }

        var (contatoId, oportunidadeId) = await contatos.UnicoAsync(numero.E164, ct);
        return new AlvoDaLigacao(contatoId, oportunidadeId);
    }
}
