using CrmVoip.Data;
using CrmVoip.Domain;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Registros;

/// <summary>Whose number it is: the one place that knows how a number finds its contacts. By exact E.164, each spelling looked up.</summary>
public sealed class ContatosPorNumero(CrmDbContext db)
{
    public async Task<IReadOnlyList<Guid>> AcharAsync(string? numero, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.Variantes(numero);
        return variantes.Count == 0
            ? []
            : await db.DonosDoNumero(variantes).ToListAsync(ct);
    }

    /// <summary>The contact when there is exactly one, and its deal when exactly one is open. Nothing is chosen among several.</summary>
    public async Task<(Guid? ContatoId, Guid? OportunidadeId)> UnicoAsync(string? numero, CancellationToken ct)
    {
        if (await AcharAsync(numero, ct) is not [var contatoId])
        {
            return (null, null);
        }

        return (contatoId, await UnicaAbertaAsync(contatoId, ct));
    }

    /// <summary>The deal of a contact when exactly one is open.</summary>
    public async Task<Guid?> UnicaAbertaAsync(Guid contatoId, CancellationToken ct)
    {
        var abertas = await db.Oportunidades
            .Where(o => o.ContatoId == contatoId && o.Situacao == SituacaoDaOportunidade.Aberta)
            .Select(o => o.Id)
            .Take(2)
            .ToListAsync(ct);
        return abertas is [var unica] ? unica : null;
    }
}
