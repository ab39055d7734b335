using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Does what the outcome of a call says about its number. Twice is once; a number that is nobody's stays as it is. To be saved.</summary>
public sealed class AplicarResultado(CrmDbContext db, Auditoria auditoria)
{
    public async Task ExecutarAsync(Ligacao ligacao, EfeitoNoNumero efeito, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.Variantes(ligacao.Contraparte);
        if (efeito == EfeitoNoNumero.Errado)
        {
            await MarcarErradoAsync(ligacao, variantes, ct);
        }
        else if (efeito == EfeitoNoNumero.NaoLigar && variantes.Count > 0)
        {
            await NaoLigarAsync(variantes, ct);
        }
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
        foreach (var dono in (await db.NaoLigarParaAsync(variantes, naoLigar: true, ct)).Where(d => d.Mudou))
        {
            auditoria.Registrar(new NaoLigarMarcado { Numero = variantes[0] }, dono.Contato.Id);
        }
    }
}
