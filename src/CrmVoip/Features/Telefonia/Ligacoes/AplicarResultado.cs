using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Does what the outcome of a call says about its number. Twice is once; a number that is nobody's stays as it is. To be saved.</summary>
public sealed class AplicarResultado(CrmDbContext db, Auditoria auditoria)
{
    public async Task ExecutarAsync(Ligacao ligacao, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.Variantes(ligacao.Contraparte);
        var resultado = variantes.Count == 0 ? null : await db.ResultadosDeLigacao.AsNoTracking().SingleOrDefaultAsync(r => r.Id == ligacao.ResultadoId, ct);
        await (resultado?.Efeito switch
        {
            EfeitoNoNumero.Errado => MarcarErradoAsync(ligacao, variantes, ct),
            EfeitoNoNumero.NaoLigar => NaoLigarAsync(variantes, ct),
            _ => Task.CompletedTask,
        });
    }

    private async Task MarcarErradoAsync(Ligacao ligacao, IReadOnlyList<string> variantes, CancellationToken ct)
    {
        var contato = ligacao.ContatoId is { } id ? await db.ContatoTravadoAsync(id, ct) : null;
        foreach (var telefone in contato?.Telefones.Where(t => !t.Errado && variantes.Contains(t.Numero)).ToList() ?? [])
        {
            contato!.MarcarErrado(telefone, true);
            auditoria.Registrar(new TelefoneErrado { Numero = telefone.Numero }, contato.Id);
        }
    }

    private async Task NaoLigarAsync(IReadOnlyList<string> variantes, CancellationToken ct)
    {
        if (await db.TelefonesDoContato.AnyAsync(t => !t.NaoLigar && variantes.Contains(t.Numero!), ct) || await SemLinhasAsync(variantes, ct))
        {
            foreach (var dono in await db.NaoLigarParaAsync(variantes, naoLigar: true, ct))
            {
                auditoria.Registrar(new NaoLigarMarcado { Numero = variantes[0] }, dono.Id);
            }
        }
    }

    // A contact of an older version has its telephone in itself.
    private Task<bool> SemLinhasAsync(IReadOnlyList<string> variantes, CancellationToken ct) =>
        db.Contatos.AnyAsync(c => !c.TelefonesProntos && variantes.Contains(c.Telefone!), ct);
}
